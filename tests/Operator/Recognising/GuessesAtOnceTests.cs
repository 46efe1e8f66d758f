using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Recognising;

public sealed class GuessesAtOnceTests
{
    private const string Count = "misses-shop";
    private const string Nobody = "460000000000009";

    [Fact]
    public async Task Guesses_asked_at_once_pass_the_limit_no_more_than_one_after_the_other()
    {
        await using var bed = await new Bed(change: o => o with { MissesPerHour = 3 }).ImportAsync();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bed.Store.Plan = async (call, _) =>
        {
            if (IsCount(call)) await release.Task; // nobody's miss is counted before everybody asked
            return Fault.None;
        };
        var asked = Enumerable.Range(0, 12).Select(_ => bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Nobody)))).ToArray();
        release.SetResult();
        var answers = await Task.WhenAll(asked);
        Assert.Equal(3, answers.Count(a => a.Recognition == Recognition.NotRecognised));
        Assert.Equal(9, answers.Count(a => a.Recognition == Recognition.TooManyMisses));
    }

    [Fact]
    public async Task One_enterprise_that_waits_makes_no_other_wait()
    {
        await using var bed = await new Bed().ImportAsync();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bed.Store.Plan = async (call, _) =>
        {
            if (IsCount(call)) await release.Task;
            return Fault.None;
        };
        var waiting = bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Nobody)));
        var bank = bed.Request() with { EnterpriseId = EnterpriseId.Parse("bank") };
        bank = bank with { SealedIds = [bed.Seal(bank, IdentifierType.Imsi, Bed.Imsi, bed.Trust.Bank)] };
        Assert.Equal(Recognition.Recognised, (await bed.RecogniseAsync(bank)).Recognition);
        Assert.False(waiting.IsCompleted);
        release.SetResult();
        Assert.Equal(Recognition.NotRecognised, (await waiting).Recognition);
    }

    [Fact]
    public async Task What_was_earned_stays_earned_when_it_could_not_be_written()
    {
        await using var bed = await new Bed(change: o => o with { MissesPerHour = 1, MissesPerPerson = 2 }).ImportAsync();
        await bed.PersonAsync();
        bed.Store.Plan = FaultPlans.When(IsCount, Fault.Lost);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Nobody))));
        bed.Store.Plan = FaultPlans.When(_ => false, Fault.Lost);
        for (var i = 0; i < 3; i++)
            Assert.Equal(Recognition.NotRecognised, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Nobody)))).Recognition);
        Assert.Equal(Recognition.TooManyMisses, (await bed.RecogniseAsync(bed.Request((IdentifierType.Imsi, Nobody)))).Recognition);
    }

    private static bool IsCount(StoreCall call) => call.Operation == StoreOperation.Commit && call.Keys.Any(k => k.Partition == Count);
}
