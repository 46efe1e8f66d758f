using Ascs.Contracts;
using Ascs.Fleet;

namespace Ascs.Benchmarks;

/// <summary>(a) and (b): dispatches of 500, counted at their attested outcomes in the log; dispatches of one, counted at their decisions.</summary>
internal sealed class Dispatching(BenchSystem system, Floors floors, IReadOnlyDictionary<string, IReadOnlyList<Aid>> aids)
{
    private const int Large = 500, Window = 10_000, SmallCallers = 32;
    private readonly IdSource ids = new(TimeProvider.System);

    /// <summary>Keeps <see cref="Window"/> AIDs on their way for so long.</summary>
    public async Task<Figure> LargeAsync(TimeSpan span, CancellationToken ct)
    {
        var offices = await OfficesAsync(ct);
        var (before, accepted, turn) = (await system.LeavesAsync(ct), 0L, 0);
        var memory = new List<double> { system.Megabytes() };
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < span)
        {
            var attested = await system.LeavesAsync(ct) - before;
            var free = (int)Math.Max(0, (Window - (accepted - attested)) / Large);
            await Parallel.ForEachAsync(Enumerable.Range(0, Math.Min(4, free)), ct, async (_, token) =>
            {
                var place = Interlocked.Increment(ref turn);
                var (name, office) = offices.ElementAt(place % offices.Count);
                var chosen = Slice(aids[name], place / offices.Count, Large);
                var answer = await office.InsistAsync(EnterpriseCatalogue.CreateTask, LoadTasks.To(name, chosen), "bench-" + ids.Next(), token);
                Interlocked.Add(ref accepted, answer.Allowed);
            });
            if (free == 0)
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, ct);
            if (TimeProvider.System.GetElapsedTime(start) > span * memory.Count / 4)
                memory.Add(system.Megabytes());
        }

        var attestedNow = await system.LeavesAsync(ct) - before;
        var rate = attestedNow / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        await CloseAsync(offices);
        await DrainAsync(before + accepted, ct);
        var floor = 1 / ((6 / (floors.LargeHops * Large)) + (2 / floors.Commits)); // six hops a batch; per AID one counter and one link
        return new Figure(
            "dispatches of 500, accepted → delivered → attested", rate, "AIDs/s", ">= 5000/s, memory flat", floor, "6 hops a batch + 2 commits an AID",
            $"{accepted} accepted, MB of the host {string.Join(" → ", memory.Append(system.Megabytes()).Select(mb => mb.ToString("F0", System.Globalization.CultureInfo.InvariantCulture)))}");
    }

    /// <summary>As many as go; then decisions at half that rate.</summary>
    public async Task<IReadOnlyList<Figure>> SmallAsync(TimeSpan span, CancellationToken ct)
    {
        var offices = await OfficesAsync(ct);
        var (start, done) = (TimeProvider.System.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, SmallCallers).Select(async _ =>
        {
            while (TimeProvider.System.GetElapsedTime(start) < span)
                await OneAsync(offices, Interlocked.Increment(ref done), ct);
        }));
        var rate = done / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var latencies = new Latencies();
        var calls = new List<Task>();
        start = TimeProvider.System.GetTimestamp();
        for (var i = 0; TimeProvider.System.GetElapsedTime(start) < span; i++)
        {
            // An open loop: a slow answer does not hold back the next call.
            var due = TimeSpan.FromSeconds(i * 2 / rate) - TimeProvider.System.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
                await Task.Delay(due, TimeProvider.System, ct);
            var place = done + i;
            calls.Add(latencies.MeasureAsync(() => OneAsync(offices, place, ct)));
        }

        await Task.WhenAll(calls);
        await CloseAsync(offices);
        var floor = 1 / ((2 / floors.SmallHops) + (4 / floors.Commits)); // two hops and four documents before the decision is answered
        return
        [
            new Figure("dispatches of one", rate, "/s", ">= 300/s", floor, "2 hops + 4 commits", $"{done} calls"),
            new Figure("decision of a dispatch of one at half load, p99", latencies.At(0.99), "ms", "< 50 ms", null, "", latencies.ToString()),
        ];
    }

    private Task<CreateDispatchAnswer> OneAsync(Dictionary<string, SignedPeer> offices, int place, CancellationToken ct)
    {
        var (name, office) = offices.ElementAt(place % offices.Count);
        return office.InsistAsync(EnterpriseCatalogue.CreateTask, LoadTasks.To(name, Slice(aids[name], place / offices.Count, 1)), "bench-" + ids.Next(), ct);
    }

    private async Task DrainAsync(long size, CancellationToken ct)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (await system.LeavesAsync(ct) < size && TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMinutes(2))
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, ct);
    }

    private async Task<Dictionary<string, SignedPeer>> OfficesAsync(CancellationToken ct)
    {
        var offices = new Dictionary<string, SignedPeer>();
        foreach (var name in LoadTasks.Services.Keys)
            offices[name] = await system.OfficeAsync(name, ct);
        return offices;
    }

    private static async Task CloseAsync(Dictionary<string, SignedPeer> offices)
    {
        foreach (var office in offices.Values)
            await office.DisposeAsync();
    }

    private static IEnumerable<Aid> Slice(IReadOnlyList<Aid> all, int turn, int count)
    {
        count = Math.Min(count, all.Count);
        var from = (int)((long)turn * count % all.Count);
        return Enumerable.Range(0, count).Select(i => all[(from + i) % all.Count]);
    }
}
