namespace Ascs.Contracts;

/// <summary>Body of a webhook from an enterprise's platform to the enterprise's own systems, in the form that Standard Webhooks recommends.</summary>
/// <param name="Type"><see cref="EventsType"/> or <see cref="TestType"/>.</param>
/// <param name="Timestamp">RFC 3339, UTC: of the last event; of a test when it was made.</param>
/// <param name="Data">The events, in sequence. Replies without their text: whoever may read it asks for it.</param>
public sealed record EventsWebhook(string Type, string Timestamp, EventBatch Data)
{
    /// <summary>Events happened.</summary>
    public const string EventsType = "ascs.events.v1";

    /// <summary>Somebody tries the connection; it holds no events.</summary>
    public const string TestType = "ascs.test.v1";
}
