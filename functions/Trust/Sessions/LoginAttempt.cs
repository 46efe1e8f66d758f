using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Sessions;

/// <summary>One login from the caller's side: the request, and what its answer must prove before anything of it is believed.</summary>
internal sealed class LoginAttempt : IDisposable
{
    private readonly ECDiffieHellman ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly IPlatformDirectory directory;
    private readonly Peer called;
    private readonly ISessionSecrets secrets;
    private readonly byte[] transcript;
    private readonly byte[] proof;
    private readonly byte[] signature;

    private LoginAttempt(IPlatformDirectory directory, Peer called, X509Certificate2 own, byte[] token, ISessionSecrets secrets)
    {
        (this.directory, this.called, this.secrets) = (directory, called, secrets);
        var (point, nonce) = (SessionAgreement.PointOf(ephemeral), RandomNumberGenerator.GetBytes(LoginOffer.NonceLength));
        transcript = LoginTranscript.OfRequest(
            directory.Self.PlatId, called.PlatId, SHA256.HashData(own.RawData), Convert.FromHexString(directory.NewestPin(called)), SessionSuite.Offered, point, nonce);
        proof = LoginSide.Caller.Prove(token, transcript);
        signature = LoginSide.Caller.Sign(own, transcript, proof);
        Request = new LoginRequest(1, Text(own.RawData), SessionSuite.Offered, Text(point), Text(nonce), Text(proof), Text(signature));
    }

    public LoginRequest Request { get; }

    /// <summary>An attempt; null before the pairing gave this platform an AuthToken.</summary>
    public static LoginAttempt? Make(IPlatformDirectory directory, Peer called, X509Certificate2 own, ISessionSecrets secrets) =>
        secrets.AuthTokenFrom(called.PlatId) is { } token ? new LoginAttempt(directory, called, own, token, secrets) : null;

    /// <summary>The session; null when the answer does not prove all it should.</summary>
    /// <param name="answer">As received.</param>
    /// <param name="asked">When the request went out: lifetimes count from there.</param>
    public KeptSession? Accept(LoginAnswer answer, DateTimeOffset asked)
    {
        if (LoginOffer.CertificateOf(answer.Certificate) is not { } certificate || !IsPinned(certificate) || !SessionSuite.Offered.Contains(answer.Suite)) return null;
        if (Bytes(answer.Ephemeral, SessionAgreement.PointLength) is not { } point || Bytes(answer.Nonce, LoginOffer.NonceLength) is not { } nonce) return null;
        if (Bytes(answer.Proof, HMACSHA256.HashSizeInBytes) is not { } theirs || Bytes(answer.Signature, LoginOffer.SignatureLength) is not { } signed) return null;
        var whole = LoginTranscript.OfAnswer(transcript, proof, signature, SHA256.HashData(certificate), answer.Suite, point, nonce, answer.SessionId);
        if (!LoginSide.Called.Holds(secrets.OfCalled(directory.Self, called.PlatId), certificate, whole, theirs, signed)) return null;
        return SessionAgreement.Share(ephemeral, point) is { } shared ? Open(answer, SessionAgreement.Derive(shared, whole), asked) : null;
    }

    public void Dispose() => ephemeral.Dispose();

    private KeptSession? Open(LoginAnswer answer, SessionAgreement agreed, DateTimeOffset asked)
    {
        var tokens = FieldCipher.Of(answer.Suite, answer.SessionId.KeyId, agreed.Fields);
        if (tokens.Open(answer.AccessToken) is not { } access || tokens.Open(answer.RefreshToken) is not { } refresh) return null;
        if (secrets.Exchange(answer.DataKey.ExchangeKeyId) is not { } exchange || DataKey.Unwrap(answer.DataKey, answer.SessionId, exchange, asked) is not { } key) return null;
        return new KeptSession(answer.SessionId.ToString(), answer.Suite, agreed.Mac, agreed.Fields, "", 0, 0, "", 0, [key])
            .With(access, answer.AccessSeconds, refresh, answer.RefreshSeconds, asked);
    }

    private bool IsPinned(byte[] certificate) => directory.IsPinned(called, Convert.ToHexString(SHA256.HashData(certificate)));

    private static byte[]? Bytes(string text, int length) => Base64Text.DecodeUrl(text, length);

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
