using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Enterprise.Events;
using Ascs.Enterprise.Subscriptions;
using Ascs.Enterprise.Tests.Subscriptions;
using Ascs.Enterprise.Tests.World;
using Ascs.Gm;

namespace Ascs.Enterprise.Tests.Events;

public sealed class EventsTests
{
    [Fact]
    public async Task batches_are_held_in_sequence_through_duplicates_and_overlaps()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        Assert.Equal(3, await DeliverAsync(world, 1, 3));
        Assert.Equal(3, await DeliverAsync(world, 1, 3));
        Assert.Equal(3, await DeliverAsync(world, 2, 2));
        Assert.Equal(5, await DeliverAsync(world, 2, 5));
        Assert.Equal(6, await DeliverAsync(world, 6, 6));
        Assert.Equal([1, 2, 3, 4, 5, 6], (await ListAsync(world, 1, 500)).Events.Select(e => e.Sequence));
    }

    [Fact]
    public async Task a_gap_is_refused_and_nothing_of_it_is_held()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        await DeliverAsync(world, 1, 3);
        Assert.Equal(ProblemCodes.SequenceGap, (await HandleAsync(world, Make(5, 6))).Problem!.Code);
        Assert.Equal(3, (await ListAsync(world, 1, 500)).Events.Count);
    }

    [Fact]
    public async Task a_gap_of_what_is_kept_no_more_is_accepted_and_told()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        await DeliverAsync(world, 1, 3);
        Assert.Equal(ProblemCodes.SequenceGap, (await HandleAsync(world, Make(9, 10), 5)).Problem!.Code); // 4 may still be there
        Assert.Equal(10, (await HandleAsync(world, Make(9, 10), 4)).Value!.Through);
        Assert.Equal(11, await DeliverAsync(world, 11, 11));
        Assert.Equal([1, 2, 3, 9, 10, 11], (await ListAsync(world, 1, 500)).Events.Select(e => e.Sequence));
        Assert.Single(world.Log.Lines, line => line.Contains("events 4 to 8 never came", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_batch_asked_for_from_behind_its_begin_is_no_batch()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        Assert.Equal(ProblemCodes.SchemaInvalid, (await HandleAsync(world, Make(9, 10), 10)).Problem!.Code);
    }

    [Fact]
    public async Task a_batch_that_is_not_contiguous_is_no_batch()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        foreach (var events in new[] { [], [Event(1), Event(3)], [Event(2), Event(1)], new[] { Event(1), Event(1) } })
            Assert.Equal(ProblemCodes.SchemaInvalid, (await HandleAsync(world, events)).Problem!.Code);
    }

    [Fact]
    public async Task events_of_another_enterprise_are_refused()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var batch = new EventBatch(1, EnterpriseId.Parse("qinghe-clinic"), Make(1, 1), 2);
        Assert.Equal(ProblemCodes.EnterpriseForeign, (await world.Get<ReceiveEvents>().HandleAsync(batch, SubscriptionStoreTests.BackOffice(world), world.Ct)).Problem!.Code);
    }

    [Fact]
    public async Task the_same_batch_delivered_side_by_side_is_held_once()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        await Parallel.ForAsync(0, 8, world.Ct, async (_, _) => await DeliverAsync(world, 1, 20));
        Assert.Equal(20, (await ListAsync(world, 1, 500)).Events.Count);
    }

    [Fact]
    public async Task pages_go_on_where_they_stopped_even_inside_a_batch()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        await DeliverAsync(world, 1, 10);
        await DeliverAsync(world, 11, 12);
        var (from, seen) = (1L, new List<long>());
        while ((await ListAsync(world, from, 5)) is { Events.Count: > 0 } page)
        {
            seen.AddRange(page.Events.Select(e => e.Sequence));
            from = page.Next;
        }

        Assert.Equal(Enumerable.Range(1, 12).Select(i => (long)i), seen);
        Assert.Equal(13, from);
    }

    [Fact]
    public async Task a_changed_aid_changes_its_subscription()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        var subscription = SubscriptionStoreTests.Make(world, 1);
        await world.Get<SubscriptionStore>().AddAsync(subscription, world.Ct);
        await HandleAsync(world, [Event(1, EventTypes.AidChanged, JsonSerializer.SerializeToElement(subscription.Status with { State = AidState.Revoked }, WireOptions.Strict))]);
        Assert.Equal(AidState.Revoked, (await world.Get<SubscriptionStore>().FindAsync(subscription.Status.Aid, world.Ct))!.Status.State);
    }

    [Fact]
    public async Task a_reply_is_opened_for_the_back_office_with_any_version_of_the_inbox_key()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        await HandleAsync(world, [Event(1, EventTypes.Reply, Reply(world, "取件码是多少？", Samples.Enterprise))]);
        await world.Keys.RotateAsync("inbox", world.Time.GetUtcNow(), world.Ct);
        await HandleAsync(world, [Event(2, EventTypes.Reply, Reply(world, "谢谢", Samples.Enterprise))]);
        var listed = await ListAsync(world, 1, 10);
        Assert.Equal(["取件码是多少？", "谢谢"], listed.Events.Select(e => listed.Replies[e.Id].Text));
        Assert.DoesNotContain("取件码", world.Store.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_reply_sealed_for_another_enterprise_stays_closed()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        await HandleAsync(world, [Event(1, EventTypes.Reply, Reply(world, "hello", EnterpriseId.Parse("qinghe-clinic")))]);
        Assert.Empty((await ListAsync(world, 1, 10)).Replies);
    }

    private static JsonElement Reply(EnterpriseWorld world, string text, EnterpriseId boundTo)
    {
        var envelope = Envelope.Seal(world.Keys.Current("inbox").Sm2.PublicKey, Encoding.UTF8.GetBytes(text), ReplyBinding.For(boundTo, Samples.Port));
        return JsonSerializer.SerializeToElement(new ReplyEvent(Samples.Port, false, Base64Url.EncodeToString(envelope), UnixTime.From(world.Time.GetUtcNow())), WireOptions.Strict);
    }

    private static async Task<long> DeliverAsync(EnterpriseWorld world, int from, int through) => (await HandleAsync(world, Make(from, through))).Value!.Through;

    private static Task<Answer<EventReceipt>> HandleAsync(EnterpriseWorld world, IReadOnlyList<CloudEvent> events, long? from = null) =>
        world.Get<ReceiveEvents>().HandleAsync(new EventBatch(1, Samples.Enterprise, events, 0, from), SubscriptionStoreTests.BackOffice(world), world.Ct);

    private static async Task<ListedEvents> ListAsync(EnterpriseWorld world, long from, int limit) =>
        (await world.Get<ListEvents>().HandleAsync(new ReplayEventsRequest(1, Samples.Enterprise, from, limit), SubscriptionStoreTests.BackOffice(world), world.Ct)).Value!;

    private static CloudEvent[] Make(int from, int through) => [.. Enumerable.Range(from, through - from + 1).Select(i => Event(i))];

    private static CloudEvent Event(int sequence, string type = "ascs.later.v1", JsonElement? data = null) => new(
        "1.0", "e" + sequence.ToString(CultureInfo.InvariantCulture), "urn:ascs:trusted-party", type, "A", "2026-11-22T02:00:00Z", sequence, data ?? JsonSerializer.SerializeToElement(new { n = sequence }));
}
