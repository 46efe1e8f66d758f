using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Keys;

namespace Ascs.Fleet;

/// <summary>Authorises without pages: the enterprise's word alone, as a consent taken on paper would be (assurance ENTERPRISE_ONLY).</summary>
internal sealed class ConsentDesk
{
    private readonly SignedPeer enterprise;
    private readonly ServicePolicy policy;
    private readonly ConsentChoices choices;
    private readonly string text;
    private readonly Digest textHash;

    public ConsentDesk(SignedPeer enterprise, string service)
    {
        this.enterprise = enterprise;
        var policies = JsonSerializer.Deserialize<IReadOnlyList<ServicePolicy>>(File.ReadAllBytes(enterprise.Folder.Services), WireOptions.Strict)!;
        policy = policies.Single(candidate => candidate.ServiceId == ServiceId.Parse(service));
        choices = new ConsentChoices([Channel.Sms], policy.TermDays[^1], Language.Zh);
        text = ConsentText.For(policy, choices);
        textHash = Digest.From(Sm3.Hash(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>One consent, one AID; asked for until it is answered.</summary>
    /// <param name="imsi">Whose.</param>
    /// <param name="home">The operator it names.</param>
    /// <param name="ct">Stops waiting.</param>
    public Task<AuthoriseAnswer> AuthoriseAsync(string imsi, string home, CancellationToken ct)
    {
        var nonce = ConsentNonce.From(RandomNumberGenerator.GetBytes(16));
        var now = UnixTime.From(TimeProvider.System.GetUtcNow());
        var intake = enterprise.PublicKeys.Current(enterprise.Called.PlatId, KeyNames.Intake)!.Value.Key;
        var agreement = JsonSerializer.SerializeToUtf8Bytes(new Agreement(1, policy.Version, choices, text, now), WireOptions.Strict);
        var envelope = Envelope.Seal(intake, agreement, AgreementBinding.For(enterprise.EnterpriseId, nonce));
        var request = new AuthoriseRequest(
            1, enterprise.EnterpriseId, policy.ServiceId, nonce, textHash, Base64Url.EncodeToString(envelope), [Seal(imsi, OperatorId.Parse(home), nonce, now)]);
        return enterprise.InsistAsync(TrustedPartyCatalogue.Authorise, request, "consent-" + nonce, ct);
    }

    private SealedIdentifier Seal(string imsi, OperatorId home, ConsentNonce nonce, UnixTime now)
    {
        var content = new SealedIdContent(1, enterprise.EnterpriseId, nonce, textHash, now, IdentifierType.Imsi, imsi);
        var signed = enterprise.Signer.Sign(Operations.SealedId, JsonSerializer.SerializeToUtf8Bytes(content, WireOptions.Strict));
        var peer = enterprise.Directory.Peers.Single(candidate => candidate.OperatorId == home);
        var key = enterprise.PublicKeys.Current(peer.PlatId, KeyNames.Seal)!.Value.Key;
        var seal = Base64Url.EncodeToString(key.Encrypt(JsonSerializer.SerializeToUtf8Bytes(signed, WireOptions.Strict)));
        return new SealedIdentifier(IdentifierType.Imsi, home, new Dictionary<OperatorId, string> { [home] = seal });
    }
}
