using System.Text.RegularExpressions;
using Ascs.Gm;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Signing;

/// <summary>A platform's SM2 signature of one act: operation name and content digest. Unlike a message signature it proves the act to third persons,
/// so it goes into the evidence and can be checked again years later with nothing but the author's public key.</summary>
public sealed partial class AuthorSignature
{
    private readonly byte[] _contentDigest;
    private readonly byte[] _signature;

    private AuthorSignature(string keyId, string operation, ReadOnlySpan<byte> contentDigest, byte[] signature) =>
        (KeyId, Operation, _contentDigest, _signature) = (keyId, operation, contentDigest.ToArray(), signature);

    /// <summary>Which author key: <c>author-v1</c>, <c>author-v2</c>, …</summary>
    public string KeyId { get; }

    /// <summary>Name of the operation in the endpoint catalogue, e.g. <c>dispatches/create</c>.</summary>
    public string Operation { get; }

    /// <summary>SHA-256 of the content, 32 bytes.</summary>
    public ReadOnlyMemory<byte> ContentDigest => _contentDigest;

    /// <summary>r || s, 64 bytes.</summary>
    public ReadOnlyMemory<byte> Signature => _signature;

    /// <summary>Value of the <c>ascs-author</c> field: an RFC 8941 dictionary, <c>keyid="author-v1", signature=:…:</c>.</summary>
    public string HeaderValue => $"keyid=\"{KeyId}\", signature=:{Convert.ToBase64String(_signature)}:";

    /// <summary>Version in <see cref="KeyId"/>.</summary>
    public int KeyVersion => int.Parse(KeyId.AsSpan(KeyPrefix.Length), System.Globalization.CultureInfo.InvariantCulture);

    private const string KeyPrefix = "author-v";

    /// <summary>Signs an act.</summary>
    /// <param name="key">The platform's author key.</param>
    /// <param name="keyId"><c>author-v…</c>.</param>
    /// <param name="operation">Operation name, 1 to 100 printable ASCII characters.</param>
    /// <param name="contentDigest">SHA-256 of the content, 32 bytes; of a whole body: <see cref="Signing.ContentDigest.Parse"/> of the field.</param>
    /// <exception cref="ArgumentException">A key id, operation or digest of another form.</exception>
    public static AuthorSignature Sign(Sm2PrivateKey key, string keyId, string operation, ReadOnlySpan<byte> contentDigest)
    {
        if (!KeyIdPattern().IsMatch(keyId)) throw new ArgumentException("An author key id is author-v<number>.", nameof(keyId));
        return new AuthorSignature(keyId, operation, contentDigest, key.Sign(AuthorInput.Of(operation, contentDigest)));
    }

    /// <summary>Reads the field of a call; what the signature is over comes from the call itself.</summary>
    /// <param name="field">Lines of <c>ascs-author</c>.</param>
    /// <param name="operation">The operation called.</param>
    /// <param name="contentDigest">Digest of the body received, 32 bytes.</param>
    /// <param name="signature">Well formed but not yet checked, when null is returned.</param>
    /// <returns><see cref="AuthorFault.Missing"/>, <see cref="AuthorFault.Malformed"/> or null.</returns>
    public static AuthorFault? Read(StringValues field, string operation, ReadOnlySpan<byte> contentDigest, out AuthorSignature? signature)
    {
        signature = null;
        if (field.Count == 0) return AuthorFault.Missing;
        var match = FieldPattern().Match(field.Count == 1 ? field[0] ?? "" : "");
        if (!match.Success || Base64Text.Decode(match.Groups["signature"].ValueSpan, Sm2PublicKey.SignatureLength) is not { } bytes) return AuthorFault.Malformed;
        signature = new AuthorSignature(match.Groups["keyid"].Value, operation, contentDigest, bytes);
        return null;
    }

    /// <summary>Puts together what was stored; null when the parts are not of the right form.</summary>
    public static AuthorSignature? FromParts(string keyId, string operation, ReadOnlySpan<byte> contentDigest, ReadOnlySpan<byte> signature) =>
        KeyIdPattern().IsMatch(keyId) && operation.Length is >= 1 and <= AuthorInput.MaxOperationLength && SignatureBase.IsOneLineOfAscii(operation)
        && contentDigest.Length == Signing.ContentDigest.Length && signature.Length == Sm2PublicKey.SignatureLength
            ? new AuthorSignature(keyId, operation, contentDigest, signature.ToArray()) : null;

    /// <summary>Whether the key's owner signed this operation with this content. Needs no clock and no network.</summary>
    /// <returns><see cref="AuthorFault.SignatureWrong"/> or null.</returns>
    public AuthorFault? Check(Sm2PublicKey key) => key.Verify(AuthorInput.Of(Operation, _contentDigest), _signature) ? null : AuthorFault.SignatureWrong;

    [GeneratedRegex(@"\Aauthor-v[1-9][0-9]{0,8}\z")]
    private static partial Regex KeyIdPattern();

    [GeneratedRegex("""\Akeyid="(?<keyid>author-v[1-9][0-9]{0,8})", signature=:(?<signature>[A-Za-z0-9+/=]{88}):\z""")]
    private static partial Regex FieldPattern();
}
