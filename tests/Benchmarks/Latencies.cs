using System.Collections.Concurrent;

namespace Ascs.Benchmarks;

/// <summary>Durations of calls, from many threads.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentBag<double> milliseconds = [];

    public int Count => milliseconds.Count;

    /// <summary>Measures one call.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> call)
    {
        var start = TimeProvider.System.GetTimestamp();
        var answer = await call();
        milliseconds.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }

    /// <summary>The duration that this share of the calls did not exceed, in milliseconds.</summary>
    public double At(double share)
    {
        var sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    public override string ToString() => $"p50 {At(0.5):F1} ms, p99 {At(0.99):F1} ms, {Count} calls";
}
