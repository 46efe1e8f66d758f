using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Hosts;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Platforms;

/// <summary>CHEAA-4.1.2.3: what a command changes about a peer, the running platform obeys without a restart.</summary>
public sealed class PlatformStateTests(RunningSystem system) : IClassFixture<RunningSystem>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private PartyFolder Hongyan => system.Sample.Party("hongyan-express");

    [Fact]
    public async Task A_suspended_platform_is_refused_until_it_is_resumed_and_a_closed_one_for_good()
    {
        var office = (await PartyReader.ReadAsync(system.Sample.Party("hongyan-express-back-office"), Cancelled)).PlatId.ToString();
        await WaitForAsync(system.Hongyan, "OK");
        Assert.Equal(0, (await HostRun.ToEndAsync(Cancelled, "platform", "suspend", Hongyan.Root, office)).Code);
        await WaitForAsync(system.Hongyan, "PLATFORM_SUSPENDED");
        Assert.Contains("Suspended", (await HostRun.ToEndAsync(Cancelled, "platforms", Hongyan.Root)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await HostRun.ToEndAsync(Cancelled, "platform", "resume", Hongyan.Root, office)).Code);
        await WaitForAsync(system.Hongyan, "OK");
        Assert.Equal(0, (await HostRun.ToEndAsync(Cancelled, "platform", "close", Hongyan.Root, office)).Code);
        await WaitForAsync(system.Hongyan, "PLATFORM_UNKNOWN", "UNAVAILABLE"); // an answer to a stranger is not signed, so its caller can't believe it
        var again = await HostRun.ToEndAsync(Cancelled, "platform", "resume", Hongyan.Root, office);
        Assert.Equal(1, again.Code);
        Assert.Contains("CLOSED", Assert.Single(again.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_permission_table_is_printed_and_a_narrowed_permission_counts_at_once()
    {
        var table = (await HostRun.ToEndAsync(Cancelled, "permissions", system.Sample.Party("qinghe-clinic").Root)).Output;
        Assert.Matches("tasks/create +[0-9]+ +BackOffice +Active +qinghe-clinic", table);
        PeersOfFolder.Change(system.Sample.Party("qinghe-clinic"), file => file with
        {
            Peers = [.. file.Peers.Select(peer => peer with { Permissions = [.. (peer.Permissions ?? []).Where(permission => permission.Operation != "subscriptions/list")] })],
        });
        await WaitForAsync(system.Qinghe, "PERMISSION_DENIED");
    }

    private static Task<string> WaitForAsync(BackOffice office, params string[] codes) => Waiting.UntilAsync(
        $"never answered {codes[0]}", () => CodeAsync(office), codes.Contains, Cancelled);

    // What the call is answered; OK for an answer that is no refusal.
    private static async Task<string> CodeAsync(BackOffice office)
    {
        try
        {
            await office.CallAsync(EnterpriseCatalogue.ListSubscriptions, new ListSubscriptionsRequest(1, RunningSystem.Parcels, null, 1), Cancelled);
            return "OK";
        }
        catch (DemoFailure failure)
        {
            return failure.Message.Split(' ')[^1].TrimEnd('.');
        }
    }
}
