using System.Buffers.Text;
using Ascs.Gm;
using Ascs.Trust.Calls;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Audit;

/// <summary>The author's signature under a batch or a head as one word, <c>author-v1:</c> and 86 characters of base64url: nothing in it that JSON would write in two ways.</summary>
internal static class AuditSeal
{
    public static string Of(IAuthor author, string operation, ReadOnlySpan<byte> digest)
    {
        var signature = author.Sign(operation, digest);
        return $"{signature.KeyId}:{Base64Url.EncodeToString(signature.Signature.Span)}";
    }

    /// <summary>Whether a key of the platform made it.</summary>
    /// <param name="seal">As stored.</param>
    /// <param name="operation">What was signed for.</param>
    /// <param name="digest">SM3 of what was signed.</param>
    /// <param name="keys">The platform's public author keys by id; null for one it never had.</param>
    public static bool Holds(string seal, string operation, ReadOnlySpan<byte> digest, Func<string, Sm2PublicKey?> keys) =>
        seal.Split(':') is [var keyId, var text] && Base64Text.DecodeUrl(text, Sm2PublicKey.SignatureLength) is { } bytes
        && AuthorSignature.FromParts(keyId, operation, digest, bytes) is { } signature && keys(keyId) is { } key && signature.Check(key) is null;
}
