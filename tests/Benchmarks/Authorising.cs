using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Fleet;

namespace Ascs.Benchmarks;

/// <summary>(c) Authorisations with their receipts; the AIDs are what the other paths send to.</summary>
internal sealed class Authorising(BenchSystem system, Floors floors)
{
    private const int Callers = 16;

    /// <summary>AIDs of each enterprise.</summary>
    public Dictionary<string, IReadOnlyList<Aid>> Aids { get; } = [];

    /// <summary>Authorises so many at each enterprise.</summary>
    public async Task<Figure> RunAsync(int each, CancellationToken ct)
    {
        var latencies = new Latencies();
        var start = TimeProvider.System.GetTimestamp();
        foreach (var (enterprise, service) in LoadTasks.Services)
        {
            await using var peer = await SignedPeer.OpenAsync(system.Folder.Desk(enterprise), Role.TrustedParty, ct);
            var desk = new ConsentDesk(peer, service);
            var found = new ConcurrentBag<Aid>();
            var people = system.Folder.Imsis("operator-a").Take((each + 1) / 2).Select(imsi => (Imsi: imsi, Home: "operator-a"))
                .Concat(system.Folder.Imsis("operator-b").Take(each / 2).Select(imsi => (Imsi: imsi, Home: "operator-b")));
            await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = ct }, async (who, token) =>
                found.Add((await latencies.MeasureAsync(() => desk.AuthoriseAsync(who.Imsi, who.Home, token))).Aid));
            Aids[enterprise] = [.. found];
        }

        var rate = 2 * each / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var floor = 1 / ((2 / floors.SmallHops) + (9 / floors.Commits)); // two hops; nine documents at two parties
        return new Figure("authorisation with receipt", rate, "/s", ">= 100/s, p99 < 1 s", floor, "2 hops + 9 commits", latencies.ToString());
    }
}
