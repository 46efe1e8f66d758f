using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Sessions;

/// <summary>A login request as bytes, well formed and not yet believed.</summary>
internal sealed record LoginOffer(byte[] Certificate, IReadOnlyList<string> Suites, byte[] Ephemeral, byte[] Nonce, byte[] Proof, byte[] Signature)
{
    /// <summary>Bytes of a login's nonce.</summary>
    public const int NonceLength = 32;

    /// <summary>Bytes of an ECDSA signature, r ‖ s.</summary>
    public const int SignatureLength = 64;

    private const int MaxCertificate = 8 * 1024;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Reads a request; null when anything has another form.</summary>
    public static LoginOffer? Read(LoginRequest request) =>
        CertificateOf(request.Certificate) is { } certificate && request.Suites.All(IsName)
        && Base64Text.DecodeUrl(request.Ephemeral, SessionAgreement.PointLength) is { } ephemeral && Base64Text.DecodeUrl(request.Nonce, NonceLength) is { } nonce
        && Base64Text.DecodeUrl(request.Proof, HMACSHA256.HashSizeInBytes) is { } proof && Base64Text.DecodeUrl(request.Signature, SignatureLength) is { } signature
            ? new LoginOffer(certificate, request.Suites, ephemeral, nonce, proof, signature) : null;

    /// <summary>The request's transcript T1.</summary>
    /// <param name="caller">Who the connection proved to call.</param>
    /// <param name="called">Who is called.</param>
    /// <param name="calledCertificate">SHA-256 of the certificate of the one called.</param>
    public byte[] Transcript(PlatId caller, PlatId called, byte[] calledCertificate) =>
        LoginTranscript.OfRequest(caller, called, SHA256.HashData(Certificate), calledCertificate, Suites, Ephemeral, Nonce);

    /// <summary>Bytes of a certificate that travelled, or null.</summary>
    public static byte[]? CertificateOf(string text) =>
        Base64Url.IsValid(text, out var length) && length is > 0 and <= MaxCertificate ? Base64Text.DecodeUrl(text, length) : null;

    private static bool IsName(string suite) => suite.Length is > 0 and <= 16 && !suite.AsSpan().ContainsAnyExcept(NameCharacters);
}
