using Ascs.Trust.Keys;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Calls;

/// <summary>Signs with the ring's current author key.</summary>
/// <param name="ring">The platform's ring.</param>
public sealed class RingAuthor(KeyRing ring) : IAuthor
{
    /// <inheritdoc/>
    public AuthorSignature Sign(string operation, ReadOnlySpan<byte> contentDigest)
    {
        var key = ring.Current(KeyNames.Author);
        return AuthorSignature.Sign(key.Sm2, key.KeyId, operation, contentDigest);
    }
}
