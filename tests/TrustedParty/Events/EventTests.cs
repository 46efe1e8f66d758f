using System.Text.Json;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.Events;
using Ascs.TrustedParty.Tests.World;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Events;

public class EventTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Appends_at_the_same_time_get_contiguous_places()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        var outbox = party.Get<IEventOutbox>();
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => outbox.AppendAsync(Bank, $"key-{i}", Events(i % 3 + 1), default))));
        await world.UntilAsync(() => world.Enterprise.Events.Count == 600, "all arrive");
        Assert.Equal(Enumerable.Range(1, 600).Select(i => (long)i), world.Enterprise.Events.Select(e => e.Sequence));
        Assert.Equal(600, world.Enterprise.Events.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Appends_that_wait_together_share_a_document()
    {
        await using var world = new TestWorld();
        var first = new TaskCompletionSource();
        var slow = new FaultyDocumentStore(world.Store)
        {
            Plan = async (call, _) =>
            {
                if (call.WriteNumber == 1) await first.Task;
                return Fault.None;
            },
        };
        var outbox = new EventOutbox(slow, world.Options, world.Time);
        var appends = Enumerable.Range(0, 90).Select(i => outbox.AppendAsync(Bank, $"key-{i}", Events(1), Ct)).ToList();
        first.SetResult();
        await Task.WhenAll(appends);
        Assert.InRange(slow.Writes, 1, 3);
    }

    [Fact]
    public async Task The_same_key_again_appends_nothing_also_after_a_restart()
    {
        await using var world = new TestWorld();
        var outbox = (await world.StartAsync()).Get<IEventOutbox>();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => outbox.AppendAsync(Bank, "once", Events(2), default)));
        await (await world.StartAsync()).Get<IEventOutbox>().AppendAsync(Bank, "once", Events(2), Ct);
        await world.Party.Get<IEventOutbox>().AppendAsync(Bank, "other", Events(1), Ct);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 3, "three arrive");
        Assert.Equal(3, (await world.Party.ReplayAsync(1, 500)).Value!.Events.Count);
    }

    [Fact]
    public async Task An_enterprise_that_was_away_gets_everything_in_order()
    {
        await using var world = new TestWorld();
        world.Enterprise.IsAway = true;
        var outbox = (await world.StartAsync()).Get<IEventOutbox>();
        for (var i = 0; i < 7; i++)
        {
            await outbox.AppendAsync(Bank, $"key-{i}", Events(100), Ct);
            await world.PumpAsync(TimeSpan.FromMinutes(30));
        }

        world.Enterprise.IsAway = false;
        await world.UntilAsync(() => world.Enterprise.Events.Count == 700, "all arrive", TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_enterprise_that_lost_events_gets_them_again()
    {
        await using var world = new TestWorld();
        var outbox = (await world.StartAsync()).Get<IEventOutbox>();
        for (var i = 0; i < 5; i++) await outbox.AppendAsync(Bank, $"key-{i}", Events(400), Ct);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 2000, "all arrive");
        world.Enterprise.Lose(300);
        await outbox.AppendAsync(Bank, "next", Events(1), Ct);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 2001, "all are there again", TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(1, 500, 500)]
    [InlineData(1, 3, 3)]
    [InlineData(250, 500, 451)]
    [InlineData(700, 10, 1)]
    [InlineData(701, 10, 0)]
    [InlineData(9999, 10, 0)]
    public async Task Events_are_replayed_from_any_place(long from, int limit, int expected)
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        for (var i = 0; i < 7; i++) await party.Get<IEventOutbox>().AppendAsync(Bank, $"key-{i}", Events(100), Ct);
        var batch = (await party.ReplayAsync(from, limit)).Value!;
        Assert.Equal(expected, batch.Events.Count);
        Assert.Equal(Enumerable.Range(0, expected).Select(i => from + i), batch.Events.Select(e => e.Sequence));
        Assert.Equal(from + expected, batch.Next);
    }

    [Fact]
    public async Task What_has_expired_is_left_out_and_what_is_left_still_arrives()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        await party.Get<IEventOutbox>().AppendAsync(Bank, "old", Events(300), Ct);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 300, "the old ones arrive");
        world.Time.Advance(world.Options.Retention);
        await party.Get<IEventOutbox>().AppendAsync(Bank, "left", Events(400), Ct);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 700, "the others arrive");
        Assert.Equal((301, 701), await RangeAsync(party, 1));
        Assert.Equal((301, 701), await RangeAsync(party, 250));
        Assert.Equal((350, 701), await RangeAsync(party, 350));

        world.Enterprise.Lose(350);
        await party.Get<IEventOutbox>().AppendAsync(Bank, "next", Events(1), Ct);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 701, "all that are left are there again", TimeSpan.FromSeconds(5));
        await party.Get<IEventOutbox>().AppendAsync(Bank, "after", Events(1), Ct);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 702, "and new ones go on arriving", TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task An_enterprise_that_missed_what_has_expired_gets_what_is_left(int kept)
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        await party.Get<IEventOutbox>().AppendAsync(Bank, "old", Events(300), Ct);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 300, "the old ones arrive");
        world.Enterprise.Lose(kept);
        world.Time.Advance(world.Options.Retention);
        await party.Get<IEventOutbox>().AppendAsync(Bank, "left", Events(400), Ct);
        await world.UntilAsync(() => world.Enterprise.Events.Count == kept + 400, "what is left arrives", TimeSpan.FromSeconds(30));
        Assert.Equal(301, world.Enterprise.Events[kept].Sequence);
        Assert.Equal(700, world.Enterprise.Events[^1].Sequence);
    }

    [Fact]
    public async Task A_batch_keeps_within_the_endpoints_bytes()
    {
        await using var world = new TestWorld();
        var party = await world.StartAsync();
        var data = JsonSerializer.SerializeToElement(new string('x', 8000));
        for (var i = 0; i < 3; i++)
            await party.Get<IEventOutbox>().AppendAsync(
                Bank, $"key-{i}", [.. Enumerable.Range(0, 100).Select(_ => new PendingEvent(EventTypes.Reply, AidOf(1), Noon, data))], Ct);
        var batch = (await party.ReplayAsync(1, 500)).Value!;
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(batch, WireJson.Default.EventBatch).Length, 500_000, EndpointLimits.Batch.MaxBodyBytes);
        await world.UntilAsync(() => world.Enterprise.Events.Count == 300, "all arrive all the same");
    }

    private static async Task<(long First, long Next)> RangeAsync(Party party, long from)
    {
        var batch = (await party.ReplayAsync(from, 500)).Value!;
        return (batch.Events[0].Sequence, batch.Next);
    }

    private static PendingEvent[] Events(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new PendingEvent(EventTypes.AidChanged, AidOf(i), Noon, JsonSerializer.SerializeToElement(i)))];
}
