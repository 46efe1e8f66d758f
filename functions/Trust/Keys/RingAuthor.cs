using Ascs.Trust.Calls;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Keys;

/// <summary>The author key out of the ring: always the one in force.</summary>
public sealed class RingAuthor(KeyRing ring) : IAuthor
{
    /// <inheritdoc/>
    public AuthorSignature Sign(string operation, ReadOnlySpan<byte> contentDigest)
    {
        var key = ring.Current(KeyNames.Author);
        return AuthorSignature.Sign(key.Sm2, key.KeyId, operation, contentDigest);
    }
}
