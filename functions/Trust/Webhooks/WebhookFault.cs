namespace Ascs.Trust.Webhooks;

/// <summary>Why a webhook is not accepted. For the receiver's own journal: a sender is told no more than that it was refused.</summary>
public enum WebhookFault
{
    /// <summary>A header is missing or not of its form.</summary>
    HeaderInvalid,

    /// <summary>Signed too long ago, or too far ahead of the receiver's clock.</summary>
    TimestampInvalid,

    /// <summary>No signature over id, time and body is by one of the secrets.</summary>
    SignatureInvalid,
}
