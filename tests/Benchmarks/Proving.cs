using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Evidence.Bundles;

namespace Ascs.Benchmarks;

/// <summary>(e) and (f): a proof bundle checked offline, and a withdrawal until the home operator has blocked it.</summary>
internal sealed class Proving(BenchSystem system, Floors floors, IReadOnlyDictionary<string, IReadOnlyList<Aid>> aids)
{
    private const string Enterprise = "hongyan-express";
    private const int Checks = 200, Revocations = 100;

    public async Task<Figure> CheckAsync(CancellationToken ct)
    {
        await using var office = await system.OfficeAsync(Enterprise, ct);
        var answer = await office.InsistAsync(EnterpriseCatalogue.TraceSubscription, new TraceRequest(1, office.Called.EnterpriseId!.Value, aids[Enterprise][^1], null), null, ct);
        var bundle = Base64Url.DecodeFromChars(answer.Bundle);
        if (!BundleChecker.Check(bundle, null).Holds)
            throw new InvalidOperationException("The bundle does not check.");
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Checks; i++)
            BundleChecker.Check(bundle, null);
        var each = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / Checks;
        var floor = 1000 * answer.Timeline.Count * 20 / floors.Hashes;
        return new Figure("proof bundle checked offline", each, "ms", "< 1 ms a proof", floor, "20 hashes a leaf", $"{answer.Timeline.Count} leaves, {bundle.Length} bytes, every signature and seal in it included");
    }

    public async Task<Figure> RevokeAsync(CancellationToken ct)
    {
        await using var office = await system.OfficeAsync(Enterprise, ct);
        var latencies = new Latencies();
        var ids = new IdSource(TimeProvider.System);
        foreach (var aid in aids[Enterprise].Take(Revocations))
        {
            var answer = await latencies.MeasureAsync(() => office.InsistAsync(
                EnterpriseCatalogue.RevokeSubscriptions, new RevokeRequest(1, office.Called.EnterpriseId!.Value, [aid], RevokedBy.PersonByContact), "bench-" + ids.Next(), ct));
            if (!answer.Results[0].Blocked)
                throw new InvalidOperationException("A withdrawal was not blocked at the home operator.");
        }

        var floor = 1000 * ((3 / floors.SmallHops) + (4 / floors.Commits));
        return new Figure("withdrawal, p99, from the back office to blocked", latencies.At(0.99), "ms", "< 100 ms", floor, "3 hops + 4 commits at full load", latencies.ToString());
    }
}
