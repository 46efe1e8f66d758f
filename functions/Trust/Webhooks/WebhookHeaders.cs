namespace Ascs.Trust.Webhooks;

/// <summary>The three headers of a webhook (Standard Webhooks, "Webhook headers"), as they stand in the request.</summary>
/// <param name="Id">The same for every try of one message: what a receiver knows repetitions by.</param>
/// <param name="Timestamp">Of this try, in seconds since the epoch.</param>
/// <param name="Signature">Signatures with their version, such as <c>v1,…</c>, separated by spaces.</param>
public sealed record WebhookHeaders(string Id, string Timestamp, string Signature)
{
    /// <summary>Name of the header with the id.</summary>
    public const string IdName = "webhook-id";

    /// <summary>Name of the header with the time.</summary>
    public const string TimestampName = "webhook-timestamp";

    /// <summary>Name of the header with the signatures.</summary>
    public const string SignatureName = "webhook-signature";
}
