using Ascs.Client.Calls;
using Ascs.Contracts;
using Ascs.Trust.Sealing;

namespace Ascs.Client.Events;

/// <summary>Events, asked for.</summary>
internal sealed class EventReader(TrustedPartyCalls calls, ReplyInbox inbox)
{
    public async Task<Answer<EventPage>> ReadAsync(long from, int limit, CancellationToken ct)
    {
        var answer = await calls.CallAsync(TrustedPartyCatalogue.ReplayEvents, new ReplayEventsRequest(1, calls.Enterprise, from, limit), null, ct);
        return answer.Value is { } batch
            ? new EventPage([.. batch.Events.Select(e => TypedEvents.Of(e, inbox.Open))], batch.Next, batch.From is not null) : answer.Problem!;
    }
}
