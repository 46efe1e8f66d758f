using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Systems;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Sessions;

namespace Ascs.Journeys.Tests.Interop;

/// <summary>The sample, and a third enterprise whose platform is none of ours: it has made its own keys, and got a certificate from the authority.</summary>
public sealed class ForeignSystem : RunningSystem
{
    /// <summary>The foreign platform's folder; its files are its own affair.</summary>
    internal string Foreign => Path.Combine(Sample.Root, "zhuque-books");

    private protected override async Task BeforeStartAsync(CancellationToken ct)
    {
        await NodeClient.DoAsync("ascs.js", ct, "request", Foreign, "zhuque-books", "朱雀书店 Zhuque Books", "https://zhuque-books.invalid/");
        await CertifyAsync(ct);
        var offer = JsonNode.Parse(await NodeClient.DoAsync("ascs.js", ct, "offer", Foreign))!;
        var parties = SamplePlan.Parties.Where(plan => plan.Kind is PartyKind.TrustedParty or PartyKind.Operator).ToArray();
        foreach (var plan in parties)
        {
            await RegisterAsync(Sample.Party(plan.Folder), ct);
            await PairAsync(Sample.Party(plan.Folder), plan, offer, ct);
        }
    }

    private async Task CertifyAsync(CancellationToken ct)
    {
        using var authority = CertificateAuthority.Load(Path.Combine(Sample.Authority, "ca.pem"), Path.Combine(Sample.Authority, "ca.key"));
        var outcome = authority.Issue(await File.ReadAllTextAsync(Path.Combine(Foreign, "request.pem"), ct), Time.GetUtcNow());
        using var certificate = Assert.IsType<IssueOutcome.Issued>(outcome).Certificate;
        PemFiles.SaveCertificate(certificate, Path.Combine(Foreign, "platform.pem"));
        PemFiles.SaveCertificate(authority.Certificate, Path.Combine(Foreign, "ca.pem"));
    }

    /// <summary>The enterprise's policy and template, as agreed with the trusted party.</summary>
    private static async Task RegisterAsync(PartyFolder party, CancellationToken ct)
    {
        var books = JsonNode.Parse(await File.ReadAllTextAsync(NodeClient.Books, ct))!;
        foreach (var (file, member) in new[] { (party.Services, "policy"), (party.Templates, "template") })
        {
            var list = JsonNode.Parse(await File.ReadAllTextAsync(file, ct))!.AsArray();
            list.Add(books[member]!.DeepClone());
            await File.WriteAllTextAsync(file, list.ToJsonString(), ct);
        }
    }

    private async Task PairAsync(PartyFolder party, PlannedParty plan, JsonNode offer, CancellationToken ct)
    {
        var (statements, certificate) = (offer["statements"]!, Base64Url.DecodeFromChars(offer["certificate"]!.GetValue<string>()));
        Assert.True(PlatId.TryFrom(offer["platId"]!.GetValue<long>(), out var platform));
        var peer = new Peer(platform, Role.Enterprise, offer["name"]!.GetValue<string>(), new Uri(offer["address"]!.GetValue<string>()),
            Convert.ToHexString(SHA256.HashData(certificate)), EnterpriseId.Parse(offer["enterpriseId"]!.GetValue<string>()));
        var peers = PeersFile.Parse(await File.ReadAllBytesAsync(party.Peers, ct));
        peer = peer with { Permissions = Permissions.ByRole(peers.Self.Role, Role.Enterprise, peer.EnterpriseId) };
        await File.WriteAllBytesAsync(party.Peers, (peers with { Peers = [.. peers.Peers, peer] }).ToJson(), ct);
        await File.WriteAllTextAsync(Path.Combine(party.Statements, $"{platform}.json"), statements.ToJsonString(), ct);

        await using var keys = await OpenKeys.OpenAsync(party, Time, ct);
        using var own = PemFiles.Load(party.Certificate, party.CertificateKey);
        if (plan.Kind == PartyKind.TrustedParty)
        {
            await keys.Ring.ImportAsync(KeyNames.Pair(platform), 1, PairSecret(own, certificate, peers.Self.PlatId, platform), Time.GetUtcNow(), ct);
            await ExchangeAsync(keys.Ring, peers.Self.PlatId, platform, ct);
        }

        var offered = new JsonObject
        {
            ["v"] = 1, ["platId"] = peers.Self.PlatId.Value, ["role"] = plan.Kind == PartyKind.TrustedParty ? "TRUSTED_PARTY" : "OPERATOR", ["name"] = plan.Name,
            ["address"] = peers.Self.Address.ToString(), ["operatorId"] = peers.Self.OperatorId?.ToString(), ["certificate"] = Base64Url.EncodeToString(own.RawData),
            ["statements"] = JsonNode.Parse(KeyStatements.ToJson(KeyStatements.Of(keys.Ring, peers.Self.PlatId, own))),
        };
        var file = Path.Combine(Foreign, plan.Folder + ".offer.json");
        await File.WriteAllTextAsync(file, offered.ToJsonString(), ct);
        await NodeClient.DoAsync("ascs.js", ct, "pair", Foreign, file);
    }

    /// <summary>Hands each the AuthToken that the other minted for it.</summary>
    private async Task ExchangeAsync(KeyRing ring, PlatId own, PlatId foreign, CancellationToken ct)
    {
        var minted = MintedToken.Auth(own, Time.GetUtcNow());
        await ring.KeepAuthTokenAsync(foreign, Encoding.ASCII.GetBytes(minted), Time.GetUtcNow(), ct);
        var theirs = await ring.MintAuthTokenAsync(foreign, Time.GetUtcNow(), ct);
        var tokens = new JsonObject { ["minted"] = minted, ["own"] = Encoding.ASCII.GetString(theirs.Bytes) };
        await File.WriteAllTextAsync(Path.Combine(Foreign, $"tokens-{own}.json"), tokens.ToJsonString(), ct);
    }

    private static byte[] PairSecret(X509Certificate2 own, byte[] other, PlatId one, PlatId two)
    {
        using var theirs = X509CertificateLoader.LoadCertificate(other);
        // The certificates' key usage names signing only, so the framework hands their keys out as signing keys.
        using var privateKey = ECDiffieHellman.Create(own.GetECDsaPrivateKey()!.ExportParameters(true));
        using var publicKey = ECDiffieHellman.Create(theirs.GetECDsaPublicKey()!.ExportParameters(false));
        var shared = privateKey.DeriveRawSecretAgreement(publicKey.PublicKey);
        var ids = string.Concat(new[] { one.Value, two.Value }.Order());
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, SHA256.HashData(Encoding.ASCII.GetBytes(ids)), "ascs-pair-v1"u8.ToArray());
    }
}
