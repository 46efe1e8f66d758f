using Ascs.Operator.Deliveries;
using Ascs.Operator.Gateway;
using Ascs.Operator.Subscribers;
using Ascs.Storage;

namespace Ascs.Operator.Tests.Gateway;

public sealed class CursorTests
{
    private const int Replies = 200; // more than one commit takes

    [Fact]
    public async Task A_process_that_dies_between_two_commits_of_one_pull_tells_no_reply_twice_and_none_not_at_all()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.PersonAsync();
        Assert.True(PhoneNumber.TryParse(Bed.Number, out var number));
        for (var i = 0; i < Replies; i++) bed.Gateway.Reply(number, Bed.Port, $"第{i}句");
        var dead = false;
        bed.Store.Plan = (call, _) =>
        {
            if (dead) return ValueTask.FromResult(Fault.Lost);
            // Set, never assigned: a call beside this one must not bring the dead back.
            if (call.Operation == StoreOperation.Commit && call.Keys.Any(k => k.Id.StartsWith(DeliveryPlaces.Reports, StringComparison.Ordinal))) dead = true;
            return ValueTask.FromResult(Fault.None);
        };
        await bed.RunServiceAsync();
        await bed.UntilAsync(() => dead);
        bed.Start();
        Assert.Empty(bed.Trust.Items);
        await bed.RunServiceAsync();
        await bed.UntilAsync(() => bed.Get<PullGateway>().CursorAsync(CancellationToken.None).GetAwaiter().GetResult() == Replies && Waiting(bed) == 0);
        Assert.Equal(Enumerable.Range(0, Replies).Select(i => $"第{i}句"), bed.Trust.Items.Select(i => bed.Trust.OpenReply(bed.Trust.Shop, i.Reply!, Bed.Port)));
    }

    private static int Waiting(Bed bed) => bed.Inner.RangeAsync(
        Containers.Work, DeliveryPlaces.Partition, DeliveryPlaces.Reports, IdRange.EndOf(DeliveryPlaces.Reports), 10, CancellationToken.None).GetAwaiter().GetResult().Items.Count;
}
