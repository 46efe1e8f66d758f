using Ascs.Contracts;
using Ascs.Operator.Gateway;
using Ascs.Operator.Subscribers;
using Ascs.Operator.Templates;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Operator.Deliveries;

/// <summary>
/// Hands orders over, each at most once. The order of things is in README.md: intents durable → the clock asked again → gateway → result durable.
/// </summary>
internal sealed class HandOver(Intents intents, ISmsGateway gateway, DeliveryJournal journal, MessageText texts, TimeProvider time, ILogger<HandOver> log)
{
    private const int GatewayBatch = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Takes the accepted orders of some chunks to the end of their hand-over; up to 1000 orders of up to <see cref="JournalEntry.MaxChunks"/> chunks.
    /// A stop leaves orders without intent as they are; those with one are handed over or recorded as NOT_SENT first.
    /// </summary>
    public async Task RunAsync(IReadOnlyList<OpenChunk> chunks, CancellationToken stop)
    {
        var orders = chunks.SelectMany(c => c.Orders).Where(o => o.State == OrderState.Accepted).ToArray();
        if (orders.Length == 0) return;
        var decided = await DecideAsync(orders, stop);
        var (steps, go) = (new List<(OpenOrder, OrderStep)>(orders.Length), new List<Passenger>(orders.Length));
        var now = UnixTime.From(time.GetUtcNow());
        foreach (var order in orders)
        {
            if (decided[order] is HandOverDecision.HandOver handOver) go.Add(PassengerOf(order, handOver.To, handOver.Text));
            else if (decided[order] is HandOverDecision.Intended intended) go.Add(PassengerOf(order, intended.To, intended.Text));
            else steps.Add((order, StepOf(decided[order], now)));
        }

        // What is refused is told while the rest is on its way.
        var refused = steps.Count > 0 ? RecordAsync(steps) : Task.CompletedTask;
        await Task.WhenAll([refused, .. go.Chunk(GatewayBatch).Select(part => SubmitAsync(part, stop))]);
    }

    // A bug that one order meets must not cost the others, who may be another enterprise's: what can't be decided together is decided by halves, down to the one.
    // Nothing was handed over yet: what can't be decided alone never is. NOT_SENT would have it ordered again, to meet the same bug.
    private async Task<Dictionary<OpenOrder, HandOverDecision>> DecideAsync(OpenOrder[] orders, CancellationToken stop)
    {
        try
        {
            return await intents.RecordAsync(orders, stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            log.Fault(fault, $"{orders.Length} orders could not be decided");
        }

        if (orders is [var one]) return new() { [one] = new HandOverDecision.Refused(SendReason.NotNow) };
        var half = orders.Length / 2;
        return (await DecideAsync(orders[..half], stop)).Concat(await DecideAsync(orders[half..], stop)).ToDictionary();
    }

    private static OrderStep StepOf(HandOverDecision decision, UnixTime now) => decision switch
    {
        HandOverDecision.Refused refused => new(OrderState.Refused, now, refused.Reason),
        HandOverDecision.TooLate => new(OrderState.NotSent, now, SendReason.TooLate),
        _ => new(OrderState.Repeated, now),
    };

    private async Task SubmitAsync(Passenger[] part, CancellationToken stop)
    {
        while ((part = await SortOutAsync(part, stop.IsCancellationRequested)).Length > 0)
        {
            // From here on the gateway may have it: the call is not cancelled by a stop, and whatever comes of it is recorded.
            var outcome = await CallAsync(part);
            if (outcome is not HandOverOutcome.NothingTaken)
            {
                await RecordAsync(part, outcome);
                return;
            }

            await Task.Delay(Pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The writes may have taken long, the gateway may have been away: what may not go by now is provably not handed over, by anyone. Answers what may go.
    private async Task<Passenger[]> SortOutAsync(Passenger[] part, bool stopping)
    {
        var now = time.GetUtcNow();
        var byReason = part.ToLookup(p => WhyNot(p, now, stopping));
        var left = byReason.Where(g => g.Key is not null).SelectMany(g => g.Select(p => (p.Order, new OrderStep(OrderState.NotSent, UnixTime.From(now), g.Key)))).ToArray();
        if (left.Length > 0) await RecordAsync(left);
        return [.. byReason[null]];
    }

    // A stop is told too: after the restart the intent would be all there is, and the order UNKNOWN, though we know that the gateway has not got it.
    private static SendReason? WhyNot(in Passenger passenger, DateTimeOffset now, bool stopping) =>
        passenger.NotAfter <= now ? SendReason.TooLate : stopping ? SendReason.NotNow : null;

    // A bug in an adapter leaves the messages' fate as open as a broken connection does.
    private async Task<HandOverOutcome> CallAsync(Passenger[] part)
    {
        try
        {
            return await gateway.SubmitAsync([.. part.Select(p => p.Message)], CancellationToken.None);
        }
        catch (Exception fault)
        {
            log.Fault(fault, "a hand-over failed: its messages end as unknown");
            return new HandOverOutcome.Lost();
        }
    }

    private Task RecordAsync(Passenger[] part, HandOverOutcome outcome)
    {
        var now = UnixTime.From(time.GetUtcNow());
        return RecordAsync([.. part.Select((p, i) => (p.Order, outcome switch
        {
            HandOverOutcome.Answered { Taken: var taken } when i < taken.Count => taken[i]
                ? new OrderStep(OrderState.SubmittedUntold, now) : new OrderStep(OrderState.Refused, now, SendReason.GatewayRefused),
            _ => new OrderStep(OrderState.Unknown, now),
        }))]);
    }

    private Task RecordAsync(IReadOnlyList<(OpenOrder, OrderStep)> steps) => journal.AppendAsync(new(steps), CancellationToken.None);

    private Passenger PassengerOf(OpenOrder order, PhoneNumber to, string text)
    {
        var contents = order.Chunk.Contents!;
        var wire = contents.Orders[order.Index];
        return new(order, new(wire.OrderId, to, texts.Port(contents.Contexts[wire.Context]), text), wire.NotAfter.ToTime());
    }

    private readonly record struct Passenger(OpenOrder Order, GatewayMessage Message, DateTimeOffset NotAfter);
}
