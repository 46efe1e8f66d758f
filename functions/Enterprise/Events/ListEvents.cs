using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Sealing;

namespace Ascs.Enterprise.Events;

/// <summary>Events for the back office, from any cursor, replies opened with the inbox key.</summary>
internal sealed class ListEvents(EventStore events, ReplyInbox inbox, EnterpriseOptions options) : IHandle<ReplayEventsRequest, ListedEvents>
{
    public async Task<Answer<ListedEvents>> HandleAsync(ReplayEventsRequest request, Call call, CancellationToken cancellationToken)
    {
        var found = await events.ReadAsync(request.From, request.Limit, cancellationToken);
        return new ListedEvents(1, options.EnterpriseId, found, found.Count == 0 ? request.From : found[^1].Sequence + 1, Replies(found));
    }

    private Dictionary<string, SensitiveText> Replies(IReadOnlyList<CloudEvent> found)
    {
        var texts = new Dictionary<string, SensitiveText>(StringComparer.Ordinal);
        foreach (var reply in found.Where(one => one.Type == EventTypes.Reply))
        {
            if (reply.Data.Deserialize<ReplyEvent>(WireOptions.Tolerant) is { } sealedReply && inbox.Open(sealedReply) is { } text)
                texts[reply.Id] = new SensitiveText(text);
        }

        return texts;
    }
}
