using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Signing;

/// <summary>RFC 9530 <c>Content-Digest</c>, SHA-256 only: <c>sha-256=:…:</c>.</summary>
public static class ContentDigest
{
    /// <summary>Bytes of a SHA-256 digest.</summary>
    public const int Length = 32;

    private const string Prefix = "sha-256=:";

    /// <summary>The field value for a body (RFC 9530 2).</summary>
    public static string Of(ReadOnlySpan<byte> body) => Format(SHA256.HashData(body));

    /// <summary>The field value for a digest already computed.</summary>
    /// <param name="digest">32 bytes.</param>
    public static string Format(ReadOnlySpan<byte> digest) => $"{Prefix}{Convert.ToBase64String(digest)}:";

    /// <summary>Checks the field against the body received, whole and unread by others.</summary>
    /// <returns>Null when it fits. A body of no bytes may come without the field.</returns>
    public static SignatureFault? Check(StringValues field, ReadOnlySpan<byte> body)
    {
        if (field.Count == 0) return body.IsEmpty ? null : SignatureFault.DigestMissing;
        if (field.Count > 1) return SignatureFault.FieldRepeated;
        if (Parse(field[0]) is not { } claimed) return SignatureFault.DigestMalformed;
        return CryptographicOperations.FixedTimeEquals(claimed, SHA256.HashData(body)) ? null : SignatureFault.DigestWrong;
    }

    /// <summary>The 32 digest bytes of a field value, or null when it is not one canonical <c>sha-256</c> member.</summary>
    public static byte[]? Parse(string? value) =>
        value is { Length: 54 } && value.StartsWith(Prefix, StringComparison.Ordinal) && value[^1] == ':'
            ? Base64Text.Decode(value.AsSpan(Prefix.Length, value.Length - Prefix.Length - 1), Length) : null;
}
