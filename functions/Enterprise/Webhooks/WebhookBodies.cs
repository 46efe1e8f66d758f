using System.Globalization;
using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Enterprise.Webhooks;

/// <summary>Makes the bodies of webhooks. The same events give the same bytes and the same id, whenever.</summary>
internal static class WebhookBodies
{
    /// <summary>Of a batch.</summary>
    public static (string Id, byte[] Body) Of(EnterpriseId enterprise, IReadOnlyList<CloudEvent> events)
    {
        var (first, last) = (events[0].Sequence, events[^1].Sequence);
        var batch = new EventBatch(1, enterprise, [.. events.Select(WithoutText)], last + 1);
        return (string.Create(CultureInfo.InvariantCulture, $"events-{enterprise}-{first}-{last}"), Write(new EventsWebhook(EventsWebhook.EventsType, events[^1].Time, batch)));
    }

    /// <summary>Of a test.</summary>
    public static (string Id, byte[] Body) Test(EnterpriseId enterprise, DateTimeOffset now) => (
        string.Create(CultureInfo.InvariantCulture, $"test-{enterprise}-{now.ToUnixTimeMilliseconds()}"),
        Write(new EventsWebhook(EventsWebhook.TestType, now.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), new EventBatch(1, enterprise, [], 1))));

    // What a person wrote goes to whoever asks for it under the back office's own credentials, and into nobody's request log.
    private static CloudEvent WithoutText(CloudEvent e) =>
        e.Type == EventTypes.Reply && e.Data.Deserialize<ReplyEvent>(WireOptions.Tolerant) is { } reply
            ? e with { Data = JsonSerializer.SerializeToElement(reply with { Reply = null }, WireOptions.Strict) } : e;

    private static byte[] Write(EventsWebhook webhook) => JsonSerializer.SerializeToUtf8Bytes(webhook, WireOptions.Strict);
}
