using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Client.Webhooks;

/// <summary>Reads a webhook that is known to be genuine. Tolerant: what a later version adds is passed over.</summary>
internal static class WebhookReader
{
    /// <summary>The webhook, or null when it is none.</summary>
    public static EventsWebhook? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<EventsWebhook>(body, WireOptions.Tolerant);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
