using System.Text.Json;
using Ascs.Contracts;
using Ascs.Enterprise.Subscriptions;
using Ascs.Trust.Calls;

namespace Ascs.Enterprise.Events;

/// <summary>Events of the trusted party: held before they are acknowledged, each once, in order.</summary>
internal sealed class ReceiveEvents(EventStore events, SubscriptionStore subscriptions, EnterpriseOptions options) : IHandle<EventBatch, EventReceipt>
{
    public async Task<Answer<EventReceipt>> HandleAsync(EventBatch request, Call call, CancellationToken cancellationToken)
    {
        if (request.EnterpriseId != options.EnterpriseId)
            return ProblemCodes.EnterpriseForeign;
        if (request.Events.Count == 0 || !AreContiguous(request.Events))
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/events", "CONTIGUOUS"));
        while (true)
        {
            var (through, etag) = await events.HeadAsync(cancellationToken);
            if (request.Events[0].Sequence > through + 1)
                return ProblemCodes.SequenceGap;
            var news = request.Events.SkipWhile(e => e.Sequence <= through).ToArray();
            if (news.Length == 0)
                return new EventReceipt(1, through);

            // Applied before they are held: applying twice changes nothing, forgetting would.
            await ApplyAsync(news, cancellationToken);
            if (await events.AddAsync(news, etag, cancellationToken))
                return new EventReceipt(1, news[^1].Sequence);
        }
    }

    private static bool AreContiguous(IReadOnlyList<CloudEvent> events) =>
        events[0].Sequence >= 1 && events.Select((e, i) => e.Sequence == events[0].Sequence + i).All(follows => follows);

    private async Task ApplyAsync(IEnumerable<CloudEvent> news, CancellationToken ct)
    {
        foreach (var change in news.Where(e => e.Type == EventTypes.AidChanged))
        {
            if (change.Data.Deserialize<AidStatus>(WireOptions.Tolerant) is { } status)
                await subscriptions.ApplyAsync(status, ct);
        }
    }
}
