using Ascs.Contracts;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Tests.Sessions;

public sealed class SessionSlotTests
{
    private readonly SessionSlot slot = new();
    private readonly TaskCompletionSource<Answer<CallerSession>> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int renewals;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task who_needs_a_data_key_waits_for_one_renewal_that_brings_it_whatever_became_of_the_first(bool faults)
    {
        var running = slot.ShareAsync(fields: false, () => first.Task);
        var waiting = Enumerable.Range(0, 500).Select(_ => slot.ShareAsync(fields: true, RenewAsync)).ToArray();
        var content = slot.ShareAsync(fields: false, RenewAsync);
        Assert.Equal(0, renewals); // not beside the first
        if (faults) first.SetException(new InvalidOperationException());
        else first.SetResult(ProblemCodes.Unavailable);
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Same(ProblemCodes.Internal, answer.Problem!.Code));
        Assert.Equal(1, renewals);
        Assert.Same(await waiting[0], await content); // the newest serves all
        if (faults) await Assert.ThrowsAsync<InvalidOperationException>(() => running);
    }

    [Fact]
    public async Task when_it_is_over_the_next_one_begins()
    {
        await slot.ShareAsync(fields: true, RenewAsync);
        await slot.ShareAsync(fields: false, RenewAsync);
        Assert.Equal(2, renewals);
    }

    private Task<Answer<CallerSession>> RenewAsync()
    {
        Interlocked.Increment(ref renewals);
        return Task.FromResult<Answer<CallerSession>>(ProblemCodes.Internal);
    }
}
