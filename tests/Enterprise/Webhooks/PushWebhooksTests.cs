using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Enterprise.Events;
using Ascs.Enterprise.Tests.Subscriptions;
using Ascs.Enterprise.Tests.World;
using Ascs.Enterprise.Webhooks;
using Ascs.Tests;
using Ascs.Trust.Webhooks;

namespace Ascs.Enterprise.Tests.Webhooks;

/// <summary>The enterprise's own systems are told of events, by a real listener; only the clock is played.</summary>
public sealed class PushWebhooksTests : IDisposable
{
    private static readonly string Written = string.Concat(Enumerable.Repeat("c2VhbGVk", 24)); // 144 bytes, the least a sealed reply has

    private readonly string secretFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(secretFile);

    [Fact]
    public async Task events_arrive_signed_in_sequence_and_without_what_a_person_wrote()
    {
        await using var crm = await WebhookListener.StartAsync();
        await using var world = await StartAsync(Target("crm", crm));
        await DeliverAsync(world, 1, Event(1), Event(2), Reply(3));
        var (headers, body) = Assert.Single(await ArrivedAsync(world, crm, 3));
        Assert.Null(WebhookSignature.Verify(WebhookSecretFile.Read(secretFile), headers, body, world.Time.GetUtcNow()));
        Assert.Equal("events-hongyan-express-1-3", headers.Id);
        Assert.DoesNotContain(Written, Encoding.UTF8.GetString(body), StringComparison.Ordinal);
        Assert.Equal(EventsWebhook.EventsType, Read(body).Type);
        await DeliverAsync(world, 4, Event(4));
        await ArrivedAsync(world, crm, 4);
    }

    [Fact]
    public async Task a_batch_that_did_not_arrive_is_sent_again_byte_for_byte_before_what_follows()
    {
        var fails = true;
        await using var crm = await WebhookListener.StartAsync(context => context.Response.StatusCode = Volatile.Read(ref fails) ? 500 : 204);
        await using var world = await StartAsync(Target("crm", crm));
        await DeliverAsync(world, 1, Event(1), Event(2));
        await UntilAsync(world, () => crm.Received.Count >= 2);
        await DeliverAsync(world, 3, Event(3));
        Volatile.Write(ref fails, false);
        var arrived = await ArrivedAsync(world, crm, 3);
        var first = arrived.Where(webhook => webhook.Headers.Id == "events-hongyan-express-1-2").ToArray();
        Assert.True(first.Length >= 3);
        Assert.Single(first.Select(webhook => Encoding.UTF8.GetString(webhook.Body)).Distinct());
        Assert.Equal("events-hongyan-express-3-3", arrived[^1].Headers.Id);
        Assert.Single(world.Log.Lines, line => line.Contains("The webhook crm did not arrive (status 500)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task one_that_is_dead_or_gone_or_has_no_secret_holds_up_nobody_else()
    {
        await using var crm = await WebhookListener.StartAsync();
        await using var gone = await WebhookListener.StartAsync(context => context.Response.StatusCode = 410);
        var dead = new WebhookTarget("dead", new WebhookEndpoint(new Uri("https://localhost:1/"), AllowPrivate: true), secretFile);
        var mute = Target("mute", crm) with { SecretFile = secretFile + ".none" };
        await using var world = await StartAsync(dead, mute, Target("gone", gone), Target("crm", crm));
        await DeliverAsync(world, 1, Event(1));
        await ArrivedAsync(world, crm, 1);
        await DeliverAsync(world, 2, Event(2));
        await ArrivedAsync(world, crm, 2);
        await UntilAsync(world, () => world.Log.Lines.Any(line => line.Contains("The webhook dead did not arrive", StringComparison.Ordinal)));
        Assert.Single(gone.Received);
    }

    [Fact]
    public async Task it_goes_on_after_a_restart_where_it_stopped_with_the_same_batch()
    {
        await using var crm = await WebhookListener.StartAsync(context => context.Response.StatusCode = 503);
        await using var world = await StartAsync(Target("crm", crm));
        await DeliverAsync(world, 1, Event(1), Event(2));
        await UntilAsync(world, () => !crm.Received.IsEmpty);
        await DeliverAsync(world, 3, Event(3));
        var cursor = await world.Get<WebhookCursors>().ReadAsync("crm", world.Ct);
        Assert.Equal(new WebhookCursor(0, 2), cursor); // what follows joins no batch that was ever on its way
    }

    [Fact]
    public async Task a_test_says_what_it_is_and_holds_no_events()
    {
        await using var crm = await WebhookListener.StartAsync();
        using var secret = WebhookSecretFile.Renew(secretFile);
        Assert.True((await TestWebhook.SendAsync(Samples.Enterprise, Target("crm", crm), TimeProvider.System, TestContext.Current.CancellationToken)).IsDelivered);
        var webhook = Read(Assert.Single(crm.Received).Body);
        Assert.Equal((EventsWebhook.TestType, 0), (webhook.Type, webhook.Data.Events.Count));
    }

    private WebhookTarget Target(string name, WebhookListener listener) => new(name, new WebhookEndpoint(listener.Address, AllowPrivate: true, listener.Authority), secretFile);

    private Task<EnterpriseWorld> StartAsync(params WebhookTarget[] targets)
    {
        WebhookSecretFile.Renew(secretFile).Dispose();
        return EnterpriseWorld.StartAsync(options => options with { Webhooks = targets });
    }

    private static async Task<(WebhookHeaders Headers, byte[] Body)[]> ArrivedAsync(EnterpriseWorld world, WebhookListener listener, long through)
    {
        await UntilAsync(world, () => Sequences(listener.Received).Contains(through));
        Assert.Equal(Enumerable.Range(1, (int)through).Select(i => (long)i), Sequences(listener.Received).Distinct());
        return [.. listener.Received];
    }

    private static IEnumerable<long> Sequences(ConcurrentQueue<(WebhookHeaders Headers, byte[] Body)> received) =>
        received.SelectMany(webhook => Read(webhook.Body).Data.Events).Select(e => e.Sequence);

    private static EventsWebhook Read(byte[] body) => JsonSerializer.Deserialize<EventsWebhook>(body, WireOptions.Strict)!;

    // The clock runs on while requests are under way: one that it overtakes is sent again, which is what is tested anyway.
    private static async Task UntilAsync(EnterpriseWorld world, Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 3000, "It never came to that.");
            world.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, world.Ct);
        }
    }

    private static async Task DeliverAsync(EnterpriseWorld world, long from, params CloudEvent[] events)
    {
        var batch = new EventBatch(1, Samples.Enterprise, events, from + events.Length);
        Assert.NotNull((await world.Get<ReceiveEvents>().HandleAsync(batch, SubscriptionStoreTests.BackOffice(world), world.Ct)).Value);
    }

    private static CloudEvent Event(long sequence) => Make(sequence, EventTypes.Outcome, """{"dispatchId":"dp_01ARZ3NDEKTSV4RRFFQ69G5FAV","outcome":"DELIVERED","at":1}""");

    private static CloudEvent Reply(long sequence) => Make(sequence, EventTypes.Reply, $$"""{"senderId":"106912340001","optOut":false,"reply":"{{Written}}","at":1}""");

    private static CloudEvent Make(long sequence, string type, string data) => new(
        "1.0", $"hongyan-express-{sequence}", "urn:ascs:trusted-party", type, Aid.FromBytes(new byte[16]).ToString(), "2026-11-22T02:00:00.000Z", sequence,
        JsonDocument.Parse(data).RootElement);
}
