using Ascs.Storage;
using Ascs.TrustedParty.EvidenceLog;

namespace Ascs.TrustedParty.Tests.EvidenceLog;

/// <summary>Every write of a step, lost and kept but reported lost, with and without the death of the process after it.</summary>
public sealed class SequencerFaultTests
{
    private const int Before = 200; // the step under attack completes a tile: entries, checkpoint, tile
    private readonly LogBench bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<int, Fault, bool> Attacks()
    {
        var attacks = new TheoryData<int, Fault, bool>();
        foreach (var write in new[] { 1, 2, 3 })
        {
            foreach (var fault in new[] { Fault.Lost, Fault.KeptButReportedLost })
            {
                attacks.Add(write, fault, true);
                attacks.Add(write, fault, false);
            }
        }

        return attacks;
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task no_acknowledged_leaf_is_lost_and_no_index_is_given_twice(int write, Fault fault, bool dies)
    {
        var log = await bench.StartAsync();
        var kept = await log.AppendAsync("before", LogBench.Leaves("before", Before), Ct);
        bench.Store.Plan = FaultPlans.AtWrite(bench.Store.Writes + write, fault);
        var told = await TryAsync(log, "attacked", 100);
        if (dies)
        {
            await log.StopAsync(Ct);
            log.Dispose();
            log = await bench.StartAsync();
        }

        var next = await log.AppendAsync("next", LogBench.Leaves("next", 300), Ct);
        var again = await log.AppendAsync("attacked", LogBench.Leaves("attacked", 100), Ct);

        Assert.Equal(0, kept);
        Assert.Equal(write == 3, told is not null); // a tile that can't be stored does not concern the caller
        Assert.Equal(told ?? again, again);
        Assert.Equal(write == 1 && fault == Fault.Lost ? (Before, Before + 300) : (Before + 100, Before), (next, again));
        Assert.Equal(Before + 400, (await bench.ReadAllAsync()).Count);
        await bench.CheckAsync(log, kept, again, again + 99, next, next + 299);
        log.Dispose();
        using var reopened = await bench.StartAsync();
        await bench.CheckAsync(reopened, 0, Before + 399);
    }

    [Fact]
    public async Task a_second_sequencer_loses_the_race_reads_and_goes_on()
    {
        using var one = await bench.StartAsync();
        using var two = await bench.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200)
            .Select(i => (i % 2 == 0 ? one : two).AppendAsync($"b{i}", LogBench.Leaves($"b{i}", 3), Ct)));
        var same = await Task.WhenAll(one.AppendAsync("same", LogBench.Leaves("same", 1), Ct), two.AppendAsync("same", LogBench.Leaves("same", 1), Ct));

        Assert.Equal(200, answers.Distinct().Count());
        Assert.Equal(same[0], same[1]);
        Assert.Equal(601, (await bench.ReadAllAsync()).Count);
        using var reopened = await bench.StartAsync();
        await bench.CheckAsync(reopened, [.. answers]);
    }

    private static async Task<long?> TryAsync(SequencedLog log, string batch, int count)
    {
        try
        {
            return await log.AppendAsync(batch, LogBench.Leaves(batch, count), Ct);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }
}
