using Ascs.Storage;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.Authorisations;

/// <summary>Every write of an authorisation, in both stores, lost and kept but reported lost, then the death of the process and the enterprise's retry.</summary>
public sealed class AuthoriseFaultTests
{
    private const int MainWrites = 7; // that nobody was asked, consent with leaves, log entries, log checkpoint, expiry day, AID record, authorisation → AID

    public static TheoryData<bool, int, Fault> Attacks()
    {
        var attacks = new TheoryData<bool, int, Fault>();
        foreach (var fault in new[] { Fault.Lost, Fault.KeptButReportedLost })
        {
            attacks.Add(true, 1, fault);
            foreach (var write in Enumerable.Range(1, MainWrites))
                attacks.Add(false, write, fault);
        }

        return attacks;
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task a_retry_after_a_crash_at_any_write_ends_with_one_aid_and_two_leaves(bool keyStore, int write, Fault fault)
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var request = bench.Request();
        var started = bench.Time.GetUtcNow();
        var attacked = keyStore ? bench.KeyDocuments : bench.Store;
        attacked.Plan = FaultPlans.AtWrite(attacked.Writes + write, fault);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.AuthoriseAsync(request));
        await bench.RestartAsync();
        bench.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = (await bench.AuthoriseAsync(request)).Value!;
        var again = (await bench.AuthoriseAsync(request)).Value!;

        Assert.Equal(answer.Aid, again.Aid);
        Assert.Equal(2, (await bench.Log.CheckpointAsync(PartyBench.Ct)).Checkpoint.Size);
        Assert.Equal([0, 1], answer.Receipt.Leaves.Select(leaf => leaf.Index));
        Assert.Equal(answer.Aid, Assert.Single(bench.Notices.Enqueued));
        Assert.Equal(answer.Aid, (await bench.Records.FindByAuthorisationAsync(answer.AuthorisationId, PartyBench.Ct))?.Aid);
        var decidedAtFirst = !keyStore && (write > 2 || (write == 2 && fault == Fault.KeptButReportedLost));
        Assert.Equal(decidedAtFirst ? started : started.AddMinutes(1), answer.ConsentedAt.ToTime()); // nothing stored: the retry is the first call
    }

    [Fact]
    public async Task these_are_all_the_writes_there_are()
    {
        using var bench = await PartyBench.StartAsync();
        bench.Knows(FakeDirectory.North);
        var (main, keys) = (bench.Store.Writes, bench.KeyDocuments.Writes);

        await bench.AuthoriseAsync(bench.Request());

        Assert.Equal((MainWrites, 1), (bench.Store.Writes - main, bench.KeyDocuments.Writes - keys));
    }
}
