using System.Text.Json;
using Ascs.Contracts;
using Ascs.Enterprise.Subscriptions;
using Ascs.Trust.Calls;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Enterprise.Events;

/// <summary>Events of the trusted party: held before they are acknowledged, each once, in order.</summary>
internal sealed class ReceiveEvents(EventStore events, SubscriptionStore subscriptions, EnterpriseOptions options, ILogger<ReceiveEvents> log) : IHandle<EventBatch, EventReceipt>
{
    public async Task<Answer<EventReceipt>> HandleAsync(EventBatch request, Call call, CancellationToken cancellationToken)
    {
        if (request.EnterpriseId != options.EnterpriseId)
            return ProblemCodes.EnterpriseForeign;
        if (request.Events.Count == 0 || !AreContiguous(request.Events))
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/events", "CONTIGUOUS"));
        var from = request.From ?? request.Events[0].Sequence;
        if (from > request.Events[0].Sequence)
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/from", "RANGE"));
        if (DataFault(request.Events) is { } fault)
            return new Problem(ProblemCodes.SchemaInvalid, fault);
        while (true)
        {
            var (through, etag) = await events.HeadAsync(cancellationToken);
            if (from > through + 1)
                return ProblemCodes.SequenceGap;
            var news = request.Events.SkipWhile(e => e.Sequence <= through).ToArray();
            if (news.Length == 0)
                return new EventReceipt(1, through);

            // Applied before they are held: applying twice changes nothing, forgetting would.
            await ApplyAsync(news, cancellationToken);
            if (!await events.AddAsync(news, etag, cancellationToken))
                continue;
            TellMissed(through + 1, news[0].Sequence - 1);
            return new EventReceipt(1, news[^1].Sequence);
        }
    }

    // Waiting for them would be waiting for ever.
    private void TellMissed(long from, long through)
    {
        if (from <= through)
            log.Warn($"events {from} to {through} never came and the trusted party keeps them no more");
    }

    private static FieldError? DataFault(IReadOnlyList<CloudEvent> events) => events
        .Select((told, i) => EventData.Check(told) is { } fault ? new FieldError($"/events/{i}/data{fault.Pointer}", fault.Rule) : null)
        .FirstOrDefault(fault => fault is not null);

    private static bool AreContiguous(IReadOnlyList<CloudEvent> events) =>
        events.Select((e, i) => e.Sequence == events[0].Sequence + i).All(follows => follows);

    private async Task ApplyAsync(IEnumerable<CloudEvent> news, CancellationToken ct)
    {
        foreach (var change in news.Where(e => e.Type == EventTypes.AidChanged))
        {
            if (change.Data.Deserialize<AidStatus>(WireOptions.Tolerant) is { } status)
                await subscriptions.ApplyAsync(status, ct);
        }
    }
}
