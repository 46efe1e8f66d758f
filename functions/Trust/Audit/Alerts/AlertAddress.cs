using Ascs.Trust.Webhooks;

namespace Ascs.Trust.Audit.Alerts;

/// <summary>Where alerts are sent, in the form of Standard Webhooks.</summary>
/// <param name="Endpoint">The address.</param>
/// <param name="Secrets">Sign them, one or two; stay the owner's.</param>
public sealed record AlertAddress(WebhookEndpoint Endpoint, IReadOnlyList<WebhookSecret> Secrets);
