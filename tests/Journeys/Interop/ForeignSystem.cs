using System.Text;
using System.Text.Json.Nodes;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Hosts;
using Ascs.Journeys.Tests.Systems;
using Ascs.Trust.Pairing;

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
        var offer = await NodeClient.DoAsync("ascs.js", ct, "offer", Foreign);
        var parties = SamplePlan.Parties.Where(plan => plan.Kind is PartyKind.TrustedParty or PartyKind.Operator).ToArray();
        foreach (var plan in parties)
        {
            await RegisterAsync(Sample.Party(plan.Folder), ct);
            await PairAsync(Sample.Party(plan.Folder), offer, ct);
        }
    }

    private async Task CertifyAsync(CancellationToken ct)
    {
        var issued = await HostRun.ToEndAsync(ct, "issue", Path.Combine(Foreign, "request.pem"), "--authority", Sample.Authority);
        Assert.Equal((0, string.Empty), (issued.Code, issued.Errors));
        await File.WriteAllTextAsync(Path.Combine(Foreign, "platform.pem"), issued.Output, ct);
        File.Copy(Path.Combine(Sample.Authority, "ca.pem"), Path.Combine(Foreign, "ca.pem"));
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

    private async Task PairAsync(PartyFolder party, string offer, CancellationToken ct)
    {
        var foreign = PlatformOffer.Parse(Encoding.UTF8.GetBytes(offer));
        PairWithOffer.Run(party, foreign, foreign.Fingerprint);
        await NodeClient.DoAsync("ascs.js", ct, "pair", Foreign, party.Offer);
    }
}
