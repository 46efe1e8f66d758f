using Ascs.Evidence.Tree;
using Ascs.Gm;
using Ascs.Trust.Signing;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>How a leaf refers to an author signature (WIRE.md: SM3 of r || s).</summary>
internal static class AuthorDigest
{
    /// <summary>The digest of a signature the gate has verified, from its header; null for none.</summary>
    /// <param name="header">The `ascs-author` header.</param>
    /// <param name="operation">The operation it signed.</param>
    /// <param name="contentDigest">RFC 9530 digest it signed.</param>
    public static Hash256? Of(string? header, string operation, string? contentDigest)
    {
        if (header is null || ContentDigest.Parse(contentDigest) is not { } digest) return null;
        AuthorSignature.Read(header, operation, digest, out var signature);
        return signature is null ? null : new Hash256(Sm3.Hash(signature.Signature.Span));
    }
}
