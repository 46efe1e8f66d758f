using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Hosts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Journeys.Tests.Platforms;

/// <summary>Two platforms made apart, paired by one command on each side while they run, and talking.</summary>
public sealed class PairingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ascs-pairing-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_nothing_to_a_call_by_the_commands_alone()
    {
        var ports = FreePorts.Take(4);
        await DoAsync("authority", At("ca"));
        await DoAsync("make", At("tp"), "--party", "trusted-party", "--id", "trusted-party", "--name", "Party", "--port", $"{ports[0]}", "--authority", At("ca"));
        await DoAsync("make", At("acme"), "--party", "enterprise", "--id", "acme", "--name", "Acme", "--port", $"{ports[2]}", "--authority", At("ca"));
        await using var party = await StartAsync("tp");
        await using var acme = await StartAsync("acme");
        await PairAsync("tp", "acme");
        await PairAsync("acme", "tp");
        await Waiting.UntilAsync("they never talked", () => CallAsync(acme), done => done, Cancelled);
        var wrong = await HostRun.ToEndAsync(Cancelled, "pair", At("tp"), At("acme.offer"), "--fingerprint", new string('0', 64));
        Assert.Equal(1, wrong.Code);
        Assert.Contains("fingerprint", Assert.Single(wrong.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peer_that_can_not_be_taken_in_holds_up_no_suspension_and_is_told()
    {
        var ports = FreePorts.Take(4);
        await DoAsync("authority", At("ca"));
        await DoAsync("make", At("tp"), "--party", "trusted-party", "--id", "trusted-party", "--name", "Party", "--port", $"{ports[0]}", "--authority", At("ca"));
        await DoAsync("make", At("acme"), "--party", "enterprise", "--id", "acme", "--name", "Acme", "--port", $"{ports[2]}", "--authority", At("ca"));
        await using var party = await StartAsync("tp");
        await using (await StartAsync("acme")) await PairAsync("tp", "acme");
        var (directory, folder, torn) = (party.Services.GetRequiredService<PlatformParts>().Directory, new PartyFolder(At("tp")), PlatId.NewRandom());
        await Waiting.UntilAsync("never paired", () => Task.FromResult(directory.Peers.Count), count => count == 1, Cancelled);
        await File.WriteAllTextAsync(folder.StatementsOf(torn), "{", Cancelled);
        PeersOfFolder.Change(folder, file => file with
        {
            Peers =
            [
                new Peer(torn, Role.Operator, "Torn", new Uri("https://torn.example"), new string('A', 64), OperatorId: OperatorId.Parse("torn")),
                .. file.Peers.Select(peer => peer with { State = PeerState.Suspended }),
            ],
        });
        var watch = party.Services.GetRequiredService<WatchPeers>();
        await Waiting.UntilAsync("never suspended", () => Task.FromResult(directory.Peers), peers => peers.Any(peer => peer.State == PeerState.Suspended), Cancelled);
        await Waiting.UntilAsync("never told", () => watch.IsUpAsync(Cancelled), up => !up, Cancelled);
        File.Delete(folder.StatementsOf(torn));
        PeersOfFolder.Change(folder, file => file with { Peers = [.. file.Peers.Where(peer => peer.PlatId != torn)] });
        await Waiting.UntilAsync("never well again", () => watch.IsUpAsync(Cancelled), up => up, Cancelled);
        var journal = await File.ReadAllTextAsync(folder.Journal, Cancelled);
        Assert.Equal(1, journal.Split("PlatformSuspended").Length - 1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task PairAsync(string one, string other)
    {
        var offer = await DoAsync("offer", At(other));
        await File.WriteAllTextAsync(At(other + ".offer"), offer.Output, Cancelled);
        await DoAsync("pair", At(one), At(other + ".offer"), "--fingerprint", offer.Errors.Split(' ')[^1].Trim());
    }

    private static async Task<bool> CallAsync(PartyHost acme)
    {
        if (acme.Services.GetRequiredService<IPlatformDirectory>().Peers is not [{ Role: Role.TrustedParty } party]) return false;
        var answer = await acme.Services.GetRequiredService<IPlatformCaller>()
            .CallAsync(party, TrustedPartyCatalogue.ReplayEvents, new ReplayEventsRequest(1, EnterpriseId.Parse("acme"), 1, 1), null, Cancelled);
        return answer.Problem is null;
    }

    private static async Task<HostResult> DoAsync(params string[] arguments)
    {
        var result = await HostRun.ToEndAsync(Cancelled, arguments);
        Assert.True(result.Code == 0, result.Errors);
        return result;
    }

    private Task<PartyHost> StartAsync(string name) => PartyHost.StartAsync(new PartyFolder(At(name)), new HostSettings(TimeProvider.System, Console: false), Cancelled);

    private string At(string name) => Path.Combine(folder, name);
}
