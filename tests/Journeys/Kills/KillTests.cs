using System.Collections.Concurrent;
using System.Globalization;
using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.Fleet;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Journeys.Tests.Kills;

/// <summary>
/// Five platforms and the handset, each a process of its own, killed with SIGKILL under load and restarted. ASCS_KILLS says how many times (20), ASCS_SEED which
/// moments and victims (1): `ASCS_KILLS=200 dotnet test --project tests/Journeys -c Release -- --filter-class '*KillTests'` is the full form.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const string Knobs = """{"receiptDelayMinMilliseconds": 20, "receiptDelayMaxMilliseconds": 300, "receiptDuplicatePercent": 5}""";
    private readonly int count = Setting("ASCS_KILLS", 20);
    private readonly int seed = Setting("ASCS_SEED", 1);

    [Fact]
    public async Task whatever_is_killed_everything_accepted_is_attested_and_nobody_gets_a_message_twice()
    {
        var ct = TestContext.Current.CancellationToken;
        var root = Directory.CreateTempSubdirectory("ascs-kills-").FullName;
        var people = Math.Max(100, 6 * count);
        await using var fleet = await PartyFleet.StartAsync(await FleetFolder.MakeAsync(root, people, Knobs, ct), ct);
        var homes = await AuthoriseAsync(fleet.Folder, people, ct);
        await using var hongyan = await SignedPeer.OpenAsync(fleet.Folder.Sample.Party("hongyan-express-back-office"), Role.Enterprise, ct);
        await using var qinghe = await SignedPeer.OpenAsync(fleet.Folder.Sample.Party("qinghe-clinic-back-office"), Role.Enterprise, ct);
        var offices = new Dictionary<string, SignedPeer> { ["hongyan-express"] = hongyan, ["qinghe-clinic"] = qinghe };
        using var gateway = new Gateway(fleet.Folder, (await PartyReader.ReadAsync(fleet.Folder.Sample.Party("operator-a"), ct)).Handset!);
        var trustedParty = fleet.Folder.Sample.Party(SamplePlan.TrustedParty);
        using var log = new LogPage(trustedParty, (await PartyReader.ReadAsync(trustedParty, ct)).PublicAddress!);
        var killer = new Killer(fleet, gateway, log, new Dice((ulong)seed));

        var sent = await LoadAsync(killer, offices, homes, ct);
        var aftermath = await Aftermath.WaitAsync(sent, offices, ct);
        Tell(aftermath, killer);

        Assert.All(aftermath.States, s => Assert.Equal(s.Task.Aids, s.State.Recipients.Select(r => r.Aid))); // nothing accepted is lost
        Assert.Empty(aftermath.Untold());
        Assert.All(aftermath.Events.Values, events => Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Sequence)));
        await HandOversAsync(aftermath, gateway, ct);
        OnlyOpenHandOversAreUnknown(aftermath, killer, homes);
        await LogAsync(aftermath, killer, fleet, log, ct);
        Directory.Delete(root, recursive: true);
    }

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<(Aid Aid, string Home)>>> AuthoriseAsync(FleetFolder folder, int people, CancellationToken ct)
    {
        var homes = new Dictionary<string, IReadOnlyList<(Aid, string)>>();
        foreach (var (enterprise, service) in LoadTasks.Services)
        {
            await using var peer = await SignedPeer.OpenAsync(folder.Desk(enterprise), Role.TrustedParty, ct);
            var desk = new ConsentDesk(peer, service);
            var found = new ConcurrentBag<(Aid, string)>();
            var asked = folder.Imsis("operator-a").Take(people / 2).Select(imsi => (Imsi: imsi, Home: "operator-a"))
                .Concat(folder.Imsis("operator-b").Take(people / 2).Select(imsi => (Imsi: imsi, Home: "operator-b")));
            await Parallel.ForEachAsync(asked, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (who, token) =>
                found.Add(((await desk.AuthoriseAsync(who.Imsi, who.Home, token)).Aid, who.Home)));
            homes[enterprise] = [.. found.OrderBy(pair => pair.Item1.ToString(), StringComparer.Ordinal)];
        }

        return homes;
    }

    private async Task<IReadOnlyCollection<SentTask>> LoadAsync(
        Killer killer, Dictionary<string, SignedPeer> offices, IReadOnlyDictionary<string, IReadOnlyList<(Aid Aid, string Home)>> homes, CancellationToken ct)
    {
        using var stop = new CancellationTokenSource();
        var sent = new ConcurrentBag<SentTask>();
        var drivers = offices.SelectMany((office, place) => Enumerable.Range(0, 2).Select(i =>
            new LoadDriver(office.Key, office.Value, [.. homes[office.Key].Select(pair => pair.Aid)], sent).RunAsync((ulong)((100 * seed) + (10 * place) + i), stop.Token, ct))).ToArray();
        await killer.RunAsync(count, ct);
        await stop.CancelAsync();
        await Task.WhenAll(drivers);
        return sent;
    }

    private void Tell(Aftermath aftermath, Killer killer)
    {
        var outcomes = aftermath.States.SelectMany(s => s.State.Recipients).GroupBy(r => r.Outcome).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}");
        output.WriteLine($"{killer.Kills.Count} kills in {(killer.Kills[^1].To - killer.Kills[0].From).TotalSeconds:F0} s, seed {seed}; {aftermath.States.Count} tasks: {string.Join(", ", outcomes)}; "
            + $"{killer.Checkpoints.Count} checkpoints; events {string.Join(", ", aftermath.Events.Select(e => $"{e.Key} {e.Value.Count}"))}");
    }

    private static async Task HandOversAsync(Aftermath aftermath, Gateway gateway, CancellationToken ct)
    {
        const int attempts = 5; // another attempt is made only when the former is proved unsent
        var orders = aftermath.States.SelectMany(s => s.State.Recipients.Select((r, place) => (r.Outcome, Ids: Enumerable.Range(0, attempts)
            .Select(attempt => OrderId.Of(s.State.DispatchId, place, attempt).ToString()).ToArray()))).ToArray();
        var taken = new Dictionary<string, long>();
        foreach (var name in new[] { "operator-a", "operator-b" })
        {
            var (accepted, repeated) = await gateway.AuditAsync(name, [.. orders.SelectMany(order => order.Ids)], ct);
            Assert.Equal(0, repeated);
            foreach (var (id, times) in accepted)
                taken[id] = taken.GetValueOrDefault(id) + times;
        }

        Assert.All(orders, order => Assert.InRange(order.Ids.Sum(id => taken[id]), order.Outcome is SendOutcome.Delivered ? 1 : 0, order.Outcome is SendOutcome.Refused ? 0 : 1));
    }

    private static void OnlyOpenHandOversAreUnknown(Aftermath aftermath, Killer killer, IReadOnlyDictionary<string, IReadOnlyList<(Aid Aid, string Home)>> homes)
    {
        var homeOf = homes.Values.SelectMany(pairs => pairs).ToDictionary(pair => pair.Aid, pair => pair.Home);
        var unknown = aftermath.States.SelectMany(s => s.State.Recipients.Where(r => r.Outcome == SendOutcome.Unknown).Select(r => (s.Task, Recipient: r))).ToArray();
        if (killer.LeftUnknown) Assert.NotEmpty(unknown);
        Assert.All(unknown, u => Assert.Contains(killer.Kills, kill =>
            (kill.Names.Contains(PartyFleet.Handset) || kill.Names.Contains(homeOf[u.Recipient.Aid])) && u.Task.PostedAt <= kill.To && kill.From <= u.Recipient.At!.Value.ToTime()));
    }

    private static async Task LogAsync(Aftermath aftermath, Killer killer, PartyFleet fleet, LogPage page, CancellationToken ct)
    {
        killer.Checkpoints.Add((await page.FetchAsync(ct))!);
        await fleet.KillAsync(fleet.Names);
        var folder = fleet.Folder.Sample.Party(SamplePlan.TrustedParty);
        var log = await LogInspection.ReadAsync(folder, ct);
        await log.ContinuesAsync(killer.Checkpoints, folder, ct);
        var recipients = aftermath.States.SelectMany(s => s.State.Recipients).ToArray();
        Assert.All(recipients, r => Assert.Equal(LeafKind.Outcome, log.Leaves[(int)r.LeafIndex!.Value].Kind));
        Assert.Equal(recipients.Length, recipients.Select(r => r.LeafIndex).Distinct().Count());
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
