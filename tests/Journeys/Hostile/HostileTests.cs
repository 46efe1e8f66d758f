using System.Collections.Concurrent;
using System.Globalization;
using Ascs.Contracts;
using Ascs.Fleet;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>
/// All platforms under hostile requests, while an enterprise goes on working. ASCS_HOSTILE says how many (600), ASCS_SEED which (1):
/// `ASCS_HOSTILE=10000 dotnet test --project tests/Journeys -c Release -- --filter-class '*HostileTests'` is the full form.
/// </summary>
public sealed class HostileTests(HostileSystem system, ITestOutputHelper output) : IClassFixture<HostileSystem>
{
    private const int Attackers = 4, Slow = 12;
    private const long MostGrowth = 24L * 1024 * 1024;

    private readonly int count = Setting("ASCS_HOSTILE", 600);
    private readonly int seed = Setting("ASCS_SEED", 1);
    private readonly ConcurrentBag<string> faults = [];
    private readonly ConcurrentDictionary<string, int> seen = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_falls_nothing_changes_and_who_works_goes_on_working()
    {
        Assert.True(system.Calls.Count >= 12, $"the tap kept {system.Calls.Count} calls");
        var folders = await HostileRequests.FoldersAsync(system.Sample, Cancelled);
        var signer = await Signer.MakeAsync(system.Platforms, system.Calls, Cancelled);
        await AttackAsync(folders, signer, count / 10, 0); // connections, code and caches are made once
        var (documents, memory) = (await QuietAsync(), Memory());
        var slow = await DawdleAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var work = WorkAsync(stop.Token);
        await AttackAsync(folders, signer, count, 1);
        await stop.CancelAsync();
        var worked = await work;
        foreach (var connection in slow) await connection.DisposeAsync();

        output.WriteLine($"{count} requests, seed {seed}: {string.Join(", ", seen.OrderByDescending(word => word.Value).Select(word => $"{word.Key} {word.Value}"))}; {worked} calls of the enterprise");
        Assert.Empty(faults);
        Assert.True(worked > 0);
        Assert.True(seen.Count > 10, "the requests are of many kinds");
        var after = await QuietAsync();
        Assert.Empty(after.Except(documents).Concat(documents.Except(after)).Select(document => document.Key));
        Assert.True(Memory() - memory < MostGrowth, $"the heap grew by {(Memory() - memory) / 1024} KiB");
    }

    private async Task AttackAsync(IReadOnlyDictionary<PlatId, string> folders, Signer signer, int requests, int round) => await Task.WhenAll(Enumerable.Range(0, Attackers).Select(place => Task.Run(async () =>
    {
        var dice = new Dice((ulong)((1000 * seed) + (10 * round) + place));
        await using var attacker = new Attacker(system, new HostileRequests(system.Calls, folders, signer, dice), faults, seen);
        await attacker.SendAsync((requests + Attackers - 1) / Attackers, Cancelled);
    })));

    // Connections that begin a request and never end it.
    private async Task<List<RawConnection>> DawdleAsync()
    {
        var folder = system.Sample.Party("hongyan-express");
        using var certificate = Trust.Certificates.PemFiles.Load(folder.Certificate, folder.CertificateKey);
        var connections = new List<RawConnection>();
        for (var i = 0; i < Slow; i++)
        {
            var connection = await RawConnection.OpenAsync(system.Platforms.Host(SamplePlan.TrustedParty).File.PlatformAddress!, certificate, system.Authorities, Cancelled);
            var bytes = system.Calls[i % system.Calls.Count].ToBytes("localhost");
            await connection.WriteAsync(bytes[..(bytes.Length * (i + 1) / (Slow + 1))], Cancelled);
            connections.Add(connection);
        }

        return connections;
    }

    // The enterprise's own calls, through its platform to the trusted party. Each of them must succeed.
    private async Task<int> WorkAsync(CancellationToken stop)
    {
        for (var calls = 0; ; calls++)
        {
            if (stop.IsCancellationRequested) return calls;
            var state = await system.Hongyan.CallAsync(EnterpriseCatalogue.TaskState, new DispatchStateRequest(1, system.Hongyan.EnterpriseId, system.Sent), Cancelled);
            Assert.Single(state.Recipients);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancelled);
        }
    }

    // All that is stored, once nothing of what was begun before is still on its way.
    private async Task<Dictionary<string, string>> QuietAsync()
    {
        var last = Stored();
        while (true)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Cancelled);
            var next = Stored();
            if (next.Count == last.Count && !next.Except(last).Any()) return next;
            last = next;
        }
    }

    private Dictionary<string, string> Stored() => SamplePlan.Parties.Where(plan => plan.Listens)
        .SelectMany(plan => StoredDocuments.ContentsOf(system.Sample.Party(plan.Folder)).Select(document => KeyValuePair.Create($"{plan.Folder}/{document.Key}", document.Value)))
        .ToDictionary();

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
