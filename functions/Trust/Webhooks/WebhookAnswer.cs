namespace Ascs.Trust.Webhooks;

/// <summary>What became of one try.</summary>
/// <param name="Status">HTTP status; 0 when there was none.</param>
/// <param name="Why">Why there was none, in words without an address: for the journal.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone.</param>
public sealed record WebhookAnswer(int Status, string Why, TimeSpan? RetryAfter = null)
{
    /// <summary>Standard Webhooks, "Delivery success and failure": any 2xx, and nothing else.</summary>
    public bool IsDelivered => Status is >= 200 and < 300;

    /// <summary>410: the receiver wants no more of them.</summary>
    public bool IsGone => Status == 410;
}
