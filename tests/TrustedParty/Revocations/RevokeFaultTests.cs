using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.Revocations;

/// <summary>Every write of a withdrawal lost and kept but reported lost, then the death of the process: the background finishes what was ordered.</summary>
public sealed class RevokeFaultTests
{
    private const int Writes = 7; // order, mark, kept leaf, log entries, log checkpoint, leaf's index, order taken out

    public static TheoryData<int, Fault> Attacks()
    {
        var attacks = new TheoryData<int, Fault>();
        foreach (var write in Enumerable.Range(1, Writes))
        {
            attacks.Add(write, Fault.Lost);
            attacks.Add(write, Fault.KeptButReportedLost);
        }

        return attacks;
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task what_was_ordered_is_finished_once_and_what_was_not_can_be_asked_again(int write, Fault fault)
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        bench.Store.Plan = FaultPlans.AtWrite(bench.Store.Writes + write, fault);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.RevokeAsync(bench.Meadow, RevokedBy.PersonOnPage, record.Aid));
        await bench.RestartAsync();
        bench.Time.Advance(TimeSpan.FromMinutes(1));

        await bench.Finisher().RunOnceAsync(PartyBench.Ct);

        var ordered = write > 1 || fault == Fault.KeptButReportedLost;
        Assert.Equal(ordered ? AidState.Revoked : AidState.Active, (await bench.RecordAsync(record.Aid)).StateAt(bench.Time.GetUtcNow()));
        await bench.RevokeAsync(bench.Meadow, RevokedBy.PersonOnPage, record.Aid);
        var revoked = await bench.RecordAsync(record.Aid);
        Assert.Equal(2, revoked.RevokedLeaf);
        Assert.Equal(3, await bench.LogSizeAsync());
        Assert.Single(bench.Events.Appended);
        Assert.Contains(bench.Caller.Calls, call => call.Request is ApplyBlocksRequest);
        var open = await bench.Inner.RangeAsync(Containers.Work, "revocations-north", IdRange.First, IdRange.End, 100, PartyBench.Ct);
        Assert.Empty(open.Items);
    }

    [Fact]
    public async Task these_are_all_the_writes_there_are()
    {
        using var bench = await PartyBench.StartAsync();
        var record = await bench.AuthorisedAsync();
        var before = bench.Store.Writes;

        await bench.RevokeAsync(bench.Meadow, RevokedBy.PersonOnPage, record.Aid);

        Assert.Equal(Writes, bench.Store.Writes - before);
    }
}
