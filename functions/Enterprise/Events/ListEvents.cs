using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Sealing;

namespace Ascs.Enterprise.Events;

/// <summary>Events for the back office, from any cursor, replies opened with the inbox key.</summary>
internal sealed class ListEvents(EventStore events, ReplyInbox inbox, EnterpriseOptions options) : IHandle<ReplayEventsRequest, EventBatch>
{
    public async Task<Answer<EventBatch>> HandleAsync(ReplayEventsRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.From < 1 || request.Limit is < 1 or > 500)
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/limit", "RANGE"));
        var found = await events.ReadAsync(request.From, request.Limit, cancellationToken);
        return new EventBatch(1, options.EnterpriseId, [.. found.Select(Open)], found.Count == 0 ? request.From : found[^1].Sequence + 1);
    }

    private CloudEvent Open(CloudEvent sealedEvent)
    {
        if (sealedEvent.Type != EventTypes.Reply || sealedEvent.Data.Deserialize<ReplyEvent>(WireOptions.Tolerant) is not { Reply: not null } reply)
            return sealedEvent;
        var opened = reply with { Reply = null, Text = inbox.Open(reply) };
        return sealedEvent with { Data = JsonSerializer.SerializeToElement(opened, WireOptions.Strict) };
    }
}
