using Ascs.Contracts;
using Ascs.Operator.Blocks;

namespace Ascs.Operator.Tests.Blocks;

public sealed class ApplyBlocksTests
{
    [Fact]
    public async Task A_block_counts_what_is_on_its_way_and_stops_what_is_not()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var person = await bed.PersonAsync();
        var (open, done) = (bed.Orders(person), bed.Orders(person));
        await bed.SubmitAsync(open);
        await bed.SubmitAsync(done);
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        bed.Gateway.Receipt(done.Orders[0].OrderId);
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 3);
        Assert.Equal(1, await BlockAsync(bed, person));
        Assert.Equal(1, await BlockAsync(bed, person)); // again: the same
        await bed.SubmitAsync(bed.Orders(person));
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 4);
        Assert.Equal(SendReason.Blocked, bed.Trust.Items.Last().Reason);
        Assert.Equal(2, bed.Gateway.Sent.Count);
    }

    [Fact]
    public async Task A_block_at_the_very_instant_of_the_intent_wins_or_is_told()
    {
        for (var i = 0; i < 20; i++)
        {
            await using var bed = await new Bed().ImportAsync();
            await bed.RunServiceAsync();
            var person = await bed.PersonAsync();
            await bed.SubmitAsync(bed.Orders(person));
            var handedOver = await BlockAsync(bed, person);
            await bed.UntilAsync(() => bed.Trust.Items.Any());
            Assert.Equal(bed.Gateway.Sent.Count, handedOver);
        }
    }

    [Fact]
    public async Task Unknown_tags_and_foreign_enterprises_change_nothing()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var person = await bed.PersonAsync();
        Assert.Equal(0, await BlockAsync(bed, person with { Tag = SubscriberTag.From(new byte[32]) }));
        Assert.Equal(0, await BlockAsync(bed, person, "bank"));
        await bed.SubmitAsync(bed.Orders(person));
        await bed.UntilAsync(() => bed.Gateway.Sent.Count == 1);
    }

    private static async Task<int> BlockAsync(Bed bed, Person person, string enterprise = "shop")
    {
        var block = new Block(EnterpriseId.Parse(enterprise), person.Tag, person.Authorisation, RevokedBy.Enterprise);
        var answer = await bed.Get<ApplyBlocks>().HandleAsync(new(1, [block]), bed.Call(), CancellationToken.None);
        return answer.Value!.Results.Single().AlreadyHandedOver;
    }
}
