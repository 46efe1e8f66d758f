using System.Text.Json;
using Ascs.Contracts;
using Ascs.TrustedParty.Tests.World;

namespace Ascs.TrustedParty.Tests.Dispatches;

/// <summary>Dispatches from the request to the events, over a store in memory and fakes of the other platforms.</summary>
public class DispatchJourneyTests
{
    [Fact]
    public async Task A_message_is_delivered_attested_and_told()
    {
        await using var world = new TestWorld();
        var people = await world.PeopleAsync(1);
        var party = await world.StartAsync();
        var answer = await party.CreateAsync(TestWorld.Request(people));
        Assert.Equal(1, answer.Value!.Allowed);
        Assert.Empty(answer.Value.Refused);
        await world.FinishedAsync(answer.Value.DispatchId);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 1, "the event arrives");

        var order = Assert.Single(world.North.HandedOver);
        Assert.Equal(people[0].Tag, order.Tag);
        Assert.Equal(people[0].SealedId, order.SealedId);
        Assert.Single(world.Log.Leaves);
        var outcome = world.Enterprise.Events[0].Data.Deserialize(WireJson.Default.OutcomeEvent)!;
        Assert.Equal(SendOutcome.Delivered, outcome.Outcome);
        Assert.Equal(0, outcome.LeafIndex);
        var state = (await party.StateAsync(answer.Value.DispatchId)).Value!;
        Assert.Equal(DispatchPhase.Attested, state.Phase);
        Assert.Equal(SendOutcome.Delivered, Assert.Single(state.Recipients).Outcome);
    }
}
