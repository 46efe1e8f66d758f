using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Webhooks;

namespace Ascs.Client.Tests.Webhooks;

public sealed class ReceiveWebhookTests
{
    [Fact]
    public async Task events_are_handled_in_sequence_with_their_types()
    {
        await using var receiver = await Receiver.StartAsync();
        Assert.Equal(204, await receiver.PostAsync(1, 2, 3));
        Assert.Equal([1, 2, 3], Sequences(receiver));
        Assert.Equal(AidState.Revoked, Assert.Single(receiver.Handled.OfType<AidChanged>()).Status.State);
        Assert.Equal("ascs.later.v1", receiver.Handled.OfType<OtherEvent>().First().Event.Type);
    }

    [Fact]
    public async Task a_webhook_that_comes_again_is_acknowledged_and_handled_once()
    {
        await using var receiver = await Receiver.StartAsync();
        foreach (var sequences in new long[][] { [1, 2], [1, 2], [2, 3] })
            Assert.Equal(204, await receiver.PostAsync(sequences));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => receiver.PostAsync(4, 5, 6)));
        Assert.Equal([1, 2, 3, 4, 5, 6], Sequences(receiver));
    }

    [Fact]
    public async Task what_the_handler_could_not_do_comes_again_and_what_it_did_does_not()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Failing[2] = true;
        Assert.Equal(500, await receiver.PostAsync(1, 2, 3));
        Assert.Equal([1], Sequences(receiver));
        receiver.Failing.Clear();
        Assert.Equal(204, await receiver.PostAsync(1, 2, 3));
        Assert.Equal([1, 2, 3], Sequences(receiver));
    }

    [Fact]
    public async Task the_process_after_this_one_knows_what_was_handled()
    {
        var folder = Directory.CreateTempSubdirectory("ascs-client-").FullName;
        await using (var receiver = await Receiver.StartAsync(Path.Combine(folder, "events.db")))
            Assert.Equal(204, await receiver.PostAsync(1, 2));
        await using (var again = await Receiver.StartAsync(Path.Combine(folder, "events.db")))
        {
            Assert.Equal(204, await again.PostAsync(1, 2, 3));
            Assert.Equal([3], Sequences(again));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task nothing_is_handled_that_is_not_signed_over_the_bytes_that_came()
    {
        await using var receiver = await Receiver.StartAsync();
        var body = Receiver.Body(1);
        using var other = WebhookSecret.Create();
        var headers = WebhookSignature.Sign([Receiver.Secret], "events-1", receiver.Time.GetUtcNow(), body);
        byte[] respaced = [.. body, (byte)' '];
        Assert.Equal(401, await receiver.PostAsync(headers, respaced));
        Assert.Equal(401, await receiver.PostAsync(body, other));
        Assert.Equal(401, await receiver.PostAsync(headers with { Id = "events-2" }, body));
        Assert.Equal(401, await receiver.PostAsync(headers with { Signature = "" }, body));
        receiver.Time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        Assert.Equal(401, await receiver.PostAsync(headers, body));
        Assert.Empty(receiver.Handled);
    }

    [Fact]
    public async Task while_secrets_change_either_is_accepted()
    {
        using var next = WebhookSecret.Create();
        await using var receiver = await Receiver.StartAsync(null, next.Reveal());
        Assert.Equal(204, await receiver.PostAsync(1));
        Assert.Equal(204, await receiver.PostAsync(Receiver.Body(2), next));
    }

    [Fact]
    public async Task a_test_and_what_a_later_version_sends_are_acknowledged_and_nonsense_is_not()
    {
        await using var receiver = await Receiver.StartAsync();
        var test = Encoding.UTF8.GetString(Receiver.Body()).Replace(EventsWebhook.EventsType, EventsWebhook.TestType, StringComparison.Ordinal);
        Assert.Equal(204, await receiver.PostAsync(Encoding.UTF8.GetBytes(test)));
        Assert.Equal(204, await receiver.PostAsync(Encoding.UTF8.GetBytes(test.Replace(EventsWebhook.TestType, "ascs.later.v1", StringComparison.Ordinal))));
        Assert.Equal(400, await receiver.PostAsync("{}"u8.ToArray()));
        Assert.Equal(400, await receiver.PostAsync("not json"u8.ToArray()));
        Assert.Equal(413, await receiver.PostAsync(new byte[(1024 * 1024) + 1]));
        Assert.Empty(receiver.Handled);
    }

    [Fact]
    public async Task a_secret_that_is_none_is_told_at_the_start_and_not_shown()
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => Receiver.StartAsync(null, "whsec_almost"));
        Assert.DoesNotContain("almost", fault.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<long> Sequences(Receiver receiver) => receiver.Handled.Select(e => e.Sequence);
}
