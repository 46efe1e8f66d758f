using Ascs.Gm;
using Ascs.Trust.Signing;
using Hash = Ascs.Evidence.Tree.Hash256;

namespace Ascs.TrustedParty.Evidence;

/// <summary>What a leaf says of an author signature: SM3 of r || s (WIRE.md 3.2, fields 11 and 28).</summary>
internal static class AuthorEvidence
{
    /// <summary>The hash of the signature in an `ascs-author` field that the gate has verified.</summary>
    /// <exception cref="ArgumentException">Not such a field: it never passed the gate.</exception>
    public static Hash HashOf(string author) =>
        AuthorSignature.Read(author, "evidence", new byte[ContentDigest.Length], out var signature) is null && signature is not null
            ? new Hash(Sm3.Hash(signature.Signature.Span))
            : throw new ArgumentException("Not an author signature.", nameof(author));
}
