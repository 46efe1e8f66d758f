using System.Buffers.Text;
using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Sessions;

/// <summary>Answers <c>session/login</c>: both platforms prove themselves, agree on keys, and the caller gets its tokens (CHEAA-4.1.2.1 c d, 4.1.2.2 a).</summary>
internal sealed class Login(IPlatformDirectory directory, IPublicKeys keys, ISessionSecrets secrets, SessionStore sessions, IAuditTrail audit, OwnCertificate own)
    : IHandle<LoginRequest, LoginAnswer>
{
    public async Task<Answer<LoginAnswer>> HandleAsync(LoginRequest request, Call call, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(request, call, cancellationToken);
        if (answer.Problem is { } problem) audit.Record(call.ToEntry(AuditEvent.LoginRefused, problem.Code.Code));
        return answer;
    }

    private async Task<Answer<LoginAnswer>> AnswerAsync(LoginRequest request, Call call, CancellationToken cancellationToken)
    {
        // One refusal for everything: who guesses must not learn which part was right.
        if (LoginOffer.Read(request) is not { } offer || SessionSuite.Choose(offer.Suites) is not { } suite) return ProblemCodes.LoginRefused;
        if (!IsConnections(offer.Certificate, call) || secrets.OfCalled(call.Caller) is not { } token) return ProblemCodes.LoginRefused;
        if (Proved(offer, call.Caller.PlatId) is not { } transcript) return ProblemCodes.LoginRefused;
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        if (SessionAgreement.Share(ephemeral, offer.Ephemeral) is not { } shared) return ProblemCodes.LoginRefused;
        // The caller's key may be on its way here still: it asks again.
        if (keys.Current(call.Caller.PlatId, Keys.KeyNames.Exchange) is not { } exchange) return ProblemCodes.Unavailable;
        return await OpenAsync(new Opening(offer, transcript, suite, token, SessionAgreement.PointOf(ephemeral), shared), exchange, call, cancellationToken);
    }

    // The caller means the newest certificate of ours that it has pinned: while a successor is being announced, either.
    private byte[]? Proved(LoginOffer offer, PlatId caller) => own.Known
        .Select(certificate => offer.Transcript(caller, directory.Self.PlatId, SHA256.HashData(certificate.RawData)))
        .FirstOrDefault(transcript => LoginSide.Caller.Holds(secrets.AuthTokenFor(caller), offer.Certificate, transcript, offer.Proof, offer.Signature));

    // CheckCertificate compared the connection's certificate with the pinned ones: the one that signs here must be that very one.
    private static bool IsConnections(byte[] certificate, Call call) =>
        string.Equals(Convert.ToHexString(SHA256.HashData(certificate)), call.CertificateThumbprint, StringComparison.OrdinalIgnoreCase);

    private async Task<LoginAnswer> OpenAsync(Opening opening, (string KeyId, Gm.Sm2PublicKey Key) exchange, Call call, CancellationToken ct)
    {
        var (caller, now, shown) = (call.Caller.PlatId, call.ReceivedAt, own.Current);
        var (id, nonce) = (SessionId.From(RandomNumberGenerator.GetBytes(16)), RandomNumberGenerator.GetBytes(LoginOffer.NonceLength));
        var transcript = opening.Answer(SHA256.HashData(shown.RawData), nonce, id);
        var agreed = SessionAgreement.Derive(opening.Shared, transcript);
        var dataKey = DataKey.Make(opening.Suite, caller, now);
        var (access, refresh) = (MintedToken.Access(caller, now), MintedToken.Refresh(caller, now));
        var record = new SessionRecord(id.ToString(), call.CertificateThumbprint!, opening.Suite, [], 0, [], (now + SessionRecord.RefreshLifetime).ToUnixTimeMilliseconds(), [])
            .With(access, refresh, now);
        await audit.RecordDurablyAsync(call.ToEntry(AuditEvent.Login), ct);
        await sessions.OpenAsync(caller, record, new SessionSecretState(agreed.Mac, agreed.Fields, [dataKey]), ct);
        var proof = LoginSide.Called.Prove(opening.Token, transcript);
        var tokens = FieldCipher.Of(opening.Suite, id.KeyId, agreed.Fields);
        return new LoginAnswer(
            1, Text(shown.RawData), opening.Suite, Text(opening.Ephemeral), Text(nonce), id, Text(proof), Text(LoginSide.Called.Sign(shown, transcript, proof)),
            tokens.Seal(access), Seconds(SessionRecord.AccessLifetime), tokens.Seal(refresh), Seconds(SessionRecord.RefreshLifetime), dataKey.Wrap(id, exchange, now));
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static int Seconds(TimeSpan span) => (int)span.TotalSeconds;

    private sealed record Opening(LoginOffer Offer, byte[] Transcript, string Suite, byte[] Token, byte[] Ephemeral, byte[] Shared)
    {
        public byte[] Answer(byte[] certificate, byte[] nonce, SessionId id) =>
            LoginTranscript.OfAnswer(Transcript, Offer.Proof, Offer.Signature, certificate, Suite, Ephemeral, nonce, id);
    }
}
