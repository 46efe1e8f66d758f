namespace Ascs.Enterprise.Webhooks;

/// <summary>How far a target was told.</summary>
/// <param name="Through">Last sequence it acknowledged.</param>
/// <param name="Pending">Last sequence of the batch on its way, which every try repeats as it is; 0 when there is none.</param>
internal sealed record WebhookCursor(long Through, long Pending);
