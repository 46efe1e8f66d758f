using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Calls;
using Ascs.Trust.Keys;

namespace Ascs.Enterprise.Events;

/// <summary>Events for the back office, from any cursor, replies opened with the inbox key.</summary>
internal sealed class ListEvents(EventStore events, KeyRing keys, EnterpriseOptions options) : IHandle<ReplayEventsRequest, EventBatch>
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
        if (sealedEvent.Type != EventTypes.Reply || sealedEvent.Data.Deserialize<ReplyEvent>(WireOptions.Tolerant) is not { Reply: { } envelope } reply)
            return sealedEvent;
        var opened = reply with { Reply = null, Text = OpenText(envelope, ReplyBinding.For(options.EnterpriseId, reply.SenderId)) };
        return sealedEvent with { Data = JsonSerializer.SerializeToElement(opened, WireOptions.Strict) };
    }

    /// <summary>Null when no version of the inbox key opens it.</summary>
    private string? OpenText(string envelope, byte[] binding)
    {
        if (!Base64Url.IsValid(envelope))
            return null;
        var bytes = Base64Url.DecodeFromChars(envelope);
        foreach (var record in keys.Records.Where(r => r.Name == KeyNames.Inbox).OrderByDescending(r => r.Version))
        {
            if (keys.Find(record.Name, record.Version) is { } key && Envelope.TryOpen(key.Sm2, bytes, binding, out var text))
                return Encoding.UTF8.GetString(text);
        }

        return null;
    }
}
