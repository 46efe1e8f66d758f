using System.Text.Json;
using Ascs.Contracts;
using Ascs.TrustedParty.Tests.World;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Outcomes;

public class ReplyTests
{
    [Fact]
    public async Task A_reply_reaches_the_enterprise_under_the_aid()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        await world.StartAsync();
        world.North.Report(new OutcomeItem(OutcomeKind.Reply, At(Noon), null, people[0].AuthorisationId, Reply: "ciphertext", SenderId: Port));
        await world.UntilAsync(() => world.Enterprise.Events.Count == 1, "the reply arrives");
        var told = world.Enterprise.Events[0];
        Assert.Equal((EventTypes.Reply, people[0].Aid.ToString()), (told.Type, told.Subject));
        Assert.Equal(new ReplyEvent(Port, false, "ciphertext", At(Noon)), told.Data.Deserialize(WireJson.Default.ReplyEvent));
        Assert.Empty(world.Revocations.Revoked);
    }

    [Fact]
    public async Task An_opt_out_withdraws_before_it_is_told()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        await world.StartAsync();
        var before = 0;
        world.Enterprise.Arriving = _ => before = world.Revocations.Revoked.Count;
        world.North.Report(new OutcomeItem(OutcomeKind.OptOut, At(Noon), null, people[0].AuthorisationId, Reply: "ciphertext", SenderId: Port));
        await world.UntilAsync(() => world.Enterprise.Events.Count == 1, "the reply arrives");
        Assert.Equal(1, before);
        Assert.Equal((people[0].AuthorisationId, RevokedBy.PersonByReply), world.Revocations.Revoked[0]);
        Assert.True(world.Enterprise.Events[0].Data.Deserialize(WireJson.Default.ReplyEvent)!.OptOut);
    }

    [Theory]
    [InlineData(OutcomeKind.Reply)]
    [InlineData(OutcomeKind.OptOut)]
    public async Task A_reply_without_text_is_taken_and_an_opt_out_withdraws_all_the_same(OutcomeKind kind)
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        await world.StartAsync();
        world.North.Report(new OutcomeItem(kind, At(Noon), null, people[0].AuthorisationId, SenderId: Port));
        await world.UntilAsync(() => world.Enterprise.Events.Count == 1, "the reply arrives");
        Assert.Equal(new ReplyEvent(Port, kind == OutcomeKind.OptOut, null, At(Noon)), world.Enterprise.Events[0].Data.Deserialize(WireJson.Default.ReplyEvent));
        Assert.Equal(kind == OutcomeKind.OptOut ? 1 : 0, world.Revocations.Revoked.Count);
    }

    [Fact]
    public async Task Only_the_home_operator_speaks_for_a_subscriber()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(2, i => Record(i, home: i == 1 ? North : South));
        await world.StartAsync();
        world.South.Report(new OutcomeItem(OutcomeKind.OptOut, At(Noon), null, people[0].AuthorisationId, Reply: "ciphertext", SenderId: Port));
        world.South.Report(new OutcomeItem(OutcomeKind.Reply, At(Noon), null, people[1].AuthorisationId, Reply: "ciphertext", SenderId: Port));
        await world.UntilAsync(() => world.Enterprise.Events.Count > 0, "what was reported after it is told");
        Assert.Equal(people[1].Aid.ToString(), Assert.Single(world.Enterprise.Events).Subject);
        Assert.Empty(world.Revocations.Revoked);
    }
}
