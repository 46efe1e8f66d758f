using Ascs.Gm;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Audit;

/// <summary>A platform's own author keys, those that were replaced too: they check what they signed.</summary>
public static class RingAuditKeys
{
    /// <summary>The public key of this id, or null.</summary>
    public static Sm2PublicKey? FindAuthor(this KeyRing ring, string keyId)
    {
        ArgumentNullException.ThrowIfNull(ring);
        var record = ring.Records.FirstOrDefault(record => record.Name == KeyNames.Author && record.KeyId == keyId);
        return record?.PublicKey is { } bytes && Sm2PublicKey.TryImport(bytes.Span, out var key) ? key : null;
    }
}
