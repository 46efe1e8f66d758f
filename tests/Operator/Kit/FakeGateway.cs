using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Operator.Gateway;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Tests;

/// <summary>A gateway that sends whatever it is given, each time it is given it, and counts.</summary>
internal sealed class FakeGateway(TimeProvider time) : ISmsGateway
{
    private readonly List<object> _events = [];

    public ConcurrentQueue<GatewayMessage> Sent { get; } = new();

    /// <summary>What the next calls do; null answers.</summary>
    public Func<IReadOnlyList<GatewayMessage>, HandOverOutcome?> Behaviour { get; set; } = _ => null;

    /// <summary>Lost calls reached the gateway all the same.</summary>
    public bool LostArrive { get; set; } = true;

    public Task<HandOverOutcome> SubmitAsync(IReadOnlyList<GatewayMessage> messages, CancellationToken ct)
    {
        var outcome = Behaviour(messages) ?? new HandOverOutcome.Answered([.. messages.Select(_ => true)]);
        for (var i = 0; i < messages.Count; i++)
            if (outcome is HandOverOutcome.Answered answered ? answered.Taken[i] : outcome is HandOverOutcome.Lost && LostArrive) Sent.Enqueue(messages[i]);
        return Task.FromResult(outcome);
    }

    public void Receipt(OrderId order, bool delivered = true)
    {
        lock (_events) _events.Add(new GatewayReceipt(order, delivered, UnixTime.From(time.GetUtcNow())));
    }

    public void Reply(PhoneNumber from, SenderId to, string text)
    {
        lock (_events) _events.Add(new GatewayReply(from, to, text, UnixTime.From(time.GetUtcNow()), _events.Count + 1));
    }

    public async Task<GatewayNews?> PullAsync(long cursor, TimeSpan wait, CancellationToken ct)
    {
        if (News(cursor) is { } news) return news;
        await Task.Delay(TimeSpan.FromMilliseconds(5), ct); // real time: the clock of the test may stand still
        return News(cursor) ?? new([], [], cursor, 0);
    }

    public GatewayNews? News(long cursor)
    {
        lock (_events)
        {
            var rest = _events.Skip((int)cursor).ToArray();
            return rest.Length == 0 ? null : new([.. rest.OfType<GatewayReceipt>()], [.. rest.OfType<GatewayReply>()], _events.Count, 0);
        }
    }
}
