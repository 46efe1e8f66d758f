using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Pairing;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Tests.Keys;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Trust.Tests.Pairing;

/// <summary>Two platforms with nothing but each other's offer.</summary>
public sealed class PairedTests : IAsyncLifetime
{
    private readonly RingFixture one = new(), other = new();
    private readonly List<string> audited = [];
    private readonly List<PlatId> ended = [];
    private CertificateAuthority authority = null!;
    private X509Certificate2 partyCertificate = null!, enterpriseCertificate = null!;
    private KeyRing partyRing = null!, enterpriseRing = null!;
    private PlatformOffer party = null!, enterprise = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        authority = CertificateAuthority.Create("test", Issued.Now);
        (partyRing, enterpriseRing) = (await one.OpenAsync(), await other.OpenAsync());
        await partyRing.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Issued.Now, Stop);
        await enterpriseRing.EnsureAsync(KeyNames.Author, KeyAlgorithm.Sm2, Issued.Now, Stop);
        (partyCertificate, party) = Offer(Role.TrustedParty, null, partyRing);
        (enterpriseCertificate, enterprise) = Offer(Role.Enterprise, EnterpriseId.Parse("acme"), enterpriseRing);
    }

    public ValueTask DisposeAsync()
    {
        IDisposable[] all = [one, other, authority, partyCertificate, enterpriseCertificate];
        foreach (var each in all) each.Dispose();
        return default;
    }

    [Fact]
    public async Task both_make_the_same_secret_and_a_token_of_their_own()
    {
        await TakeInAsync(partyRing, party, partyCertificate, enterprise);
        await TakeInAsync(enterpriseRing, enterprise, enterpriseCertificate, party);
        Assert.Equal(Secret(partyRing, enterprise.PlatId, 1), Secret(enterpriseRing, party.PlatId, 1));
        Assert.NotNull(partyRing.FindCurrent(KeyNames.AuthTokenFor(enterprise.PlatId)));
        Assert.NotNull(enterpriseRing.FindCurrent(KeyNames.AuthTokenFor(party.PlatId)));
        Assert.Contains($"PlatformPaired {enterprise.PlatId}", audited);
        var records = partyRing.Records.Count;
        await TakeInAsync(partyRing, party, partyCertificate, enterprise);
        Assert.Equal(records, partyRing.Records.Count);
    }

    [Fact]
    public async Task closing_destroys_what_they_shared_and_pairing_anew_makes_it_anew()
    {
        await TakeInAsync(partyRing, party, partyCertificate, enterprise);
        var token = partyRing.Current(KeyNames.AuthTokenFor(enterprise.PlatId)).Bytes.ToArray();
        await TakeInAsync(partyRing, party, partyCertificate, enterprise, peer => peer with { State = PeerState.Closed });
        Assert.Null(partyRing.FindCurrent(KeyNames.Pair(enterprise.PlatId)));
        Assert.Null(partyRing.FindCurrent(KeyNames.AuthTokenFor(enterprise.PlatId)));
        await TakeInAsync(partyRing, party, partyCertificate, enterprise, peer => peer with { Pairing = 2 });
        Assert.Equal($"pair-{enterprise.PlatId}-v2", partyRing.Current(KeyNames.Pair(enterprise.PlatId)).KeyId);
        Assert.NotEqual(token, partyRing.Current(KeyNames.AuthTokenFor(enterprise.PlatId)).Bytes.ToArray());
    }

    [Fact]
    public async Task paired_anew_nothing_of_the_former_pairing_lives_on_though_no_round_saw_the_closing()
    {
        await TakeInAsync(partyRing, party, partyCertificate, enterprise);
        await partyRing.KeepAuthTokenAsync(enterprise.PlatId, System.Text.Encoding.ASCII.GetBytes(new string('a', 32)), Issued.Now, Stop);
        var token = partyRing.Current(KeyNames.AuthTokenFor(enterprise.PlatId)).Bytes.ToArray();
        ended.Clear();
        Assert.Empty(await TakeInAsync(partyRing, party, partyCertificate, enterprise, peer => peer with { Pairing = 3 }));
        Assert.Null(partyRing.Find(KeyNames.Pair(enterprise.PlatId), 1));
        Assert.NotNull(partyRing.Find(KeyNames.Pair(enterprise.PlatId), 3));
        Assert.Null(partyRing.FindCurrent(KeyNames.AuthTokenFrom(enterprise.PlatId)));
        Assert.NotEqual(token, partyRing.Current(KeyNames.AuthTokenFor(enterprise.PlatId)).Bytes.ToArray());
        Assert.Equal([enterprise.PlatId], ended);
        await TakeInAsync(partyRing, party, partyCertificate, enterprise, peer => peer with { Pairing = 3 });
        Assert.Equal([enterprise.PlatId], ended); // once
    }

    [Fact]
    public async Task closing_ends_the_sessions()
    {
        await TakeInAsync(partyRing, party, partyCertificate, enterprise, peer => peer with { State = PeerState.Closed });
        Assert.Equal([enterprise.PlatId], ended);
    }

    [Fact]
    public async Task a_secret_that_can_not_be_made_is_told_not_recorded_as_a_pairing_and_stops_nobody_else()
    {
        await TakeInAsync(partyRing, party, partyCertificate, enterprise);
        await TakeInAsync(partyRing, party, partyCertificate, enterprise, peer => peer with { State = PeerState.Closed });
        audited.Clear();
        Assert.Contains("pair it anew", Assert.Single(await TakeInAsync(partyRing, party, partyCertificate, enterprise)), StringComparison.Ordinal);
        Assert.Empty(audited);
        var other = Offer(Role.Operator, null, enterpriseRing);
        using var certificate = other.Certificate;
        var file = new PeersFile(1, party.ToPeer(Role.TrustedParty), [other.Offer.ToPeer(Role.TrustedParty), enterprise.ToPeer(Role.TrustedParty) with { Pairing = 2 }]);
        var faults = await Taking(partyRing).RunAsync(
            file, partyCertificate, peer => peer.Role == Role.Operator ? throw new InvalidDataException("torn") : CertificateOf(enterprise), Stop);
        Assert.Contains($"{other.Offer.PlatId}", Assert.Single(faults), StringComparison.Ordinal);
        Assert.Equal([$"PlatformPaired {enterprise.PlatId}"], audited);
    }

    [Fact]
    public void until_it_is_taken_in_a_new_peer_is_closed_and_who_loses_rights_loses_them_first()
    {
        var peer = enterprise.ToPeer(Role.TrustedParty);
        PeersFile File(params Peer[] peers) => new(1, party.ToPeer(Role.TrustedParty), peers);
        Assert.Equal(PeerState.Closed, File(peer).WithoutNew(File()).Peers[0].State);
        Assert.Equal(PeerState.Closed, File(peer with { Pairing = 2 }).WithoutNew(File(peer)).Peers[0].State);
        Assert.Equal(PeerState.Closed, File(peer).WithoutNew(File(peer with { State = PeerState.Closed })).Peers[0].State);
        var narrowed = File(peer with { State = PeerState.Suspended, Permissions = [] });
        Assert.Equal(narrowed.Peers, narrowed.WithoutNew(File(peer)).Peers);
    }

    [Fact]
    public void an_offer_reads_back_and_grants_what_its_role_may_do()
    {
        var read = PlatformOffer.Parse(enterprise.ToJson());
        Assert.Equal(enterprise.Fingerprint, read.Fingerprint);
        Assert.Contains(read.ToPeer(Role.TrustedParty).Permissions!, permission => permission is { Operation: "authorisations/authorise", Enterprises: ["acme"] });
    }

    [Fact]
    public void an_offer_with_a_foreign_certificate_or_key_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => PlatformOffer.Parse((enterprise with { Certificate = party.Certificate }).ToJson()));
        Assert.Throws<InvalidDataException>(() => PlatformOffer.Parse((enterprise with { Statements = party.Statements }).ToJson()));
        Assert.Throws<InvalidDataException>(() => PlatformOffer.Parse((enterprise with { PlatId = party.PlatId }).ToJson()));
        Assert.Throws<InvalidDataException>(() => PlatformOffer.Parse("{}"u8));
        Assert.Throws<InvalidDataException>(() => PlatformOffer.Parse((enterprise with { Certificate = "*" }).ToJson()));
    }

    private (X509Certificate2 Certificate, PlatformOffer Offer) Offer(Role role, EnterpriseId? id, KeyRing ring)
    {
        var platform = PlatId.NewRandom();
        var certificate = Issued.By(authority, Issued.Now, platform: platform);
        var self = new Peer(platform, role, "p", new Uri("https://p.example"), CertificateIdentity.ThumbprintOf(certificate), id);
        return (certificate, PlatformOffer.Of(self, certificate, ring));
    }

    private Task<IReadOnlyList<string>> TakeInAsync(KeyRing ring, PlatformOffer self, X509Certificate2 own, PlatformOffer peer, Func<Peer, Peer>? change = null)
    {
        var listed = (change ?? (same => same))(peer.ToPeer(self.Role));
        var file = new PeersFile(1, self.ToPeer(self.Role), [listed]);
        return Taking(ring).RunAsync(file, own, _ => CertificateOf(peer), Stop);
    }

    private TakePeersIn Taking(KeyRing ring) => new(ring, new FakeTimeProvider(Issued.Now), TellAsync, EndAsync);

    private static X509Certificate2 CertificateOf(PlatformOffer offer) =>
        X509CertificateLoader.LoadCertificate(System.Buffers.Text.Base64Url.DecodeFromChars(offer.Certificate));

    private Task EndAsync(PlatId peer, CancellationToken ct)
    {
        ended.Add(peer);
        return Task.CompletedTask;
    }

    private ValueTask TellAsync(AuditEntry entry, CancellationToken ct)
    {
        audited.Add($"{entry.Event} {entry.What}");
        return default;
    }

    private static string Secret(KeyRing ring, PlatId peer, int version)
    {
        var key = ring.Find(KeyNames.Pair(peer), version)!;
        using var secret = new System.Security.Cryptography.HMACSHA256(KeyBytes(key));
        return Convert.ToHexString(secret.ComputeHash("probe"u8.ToArray()));
    }

    private static byte[] KeyBytes(RingKey key) => key.Bytes.ToArray();
}
