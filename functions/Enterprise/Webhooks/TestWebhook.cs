using Ascs.Contracts;
using Ascs.Trust.Webhooks;

namespace Ascs.Enterprise.Webhooks;

/// <summary>Tries the connection to one of the enterprise's own systems: a webhook without events, once.</summary>
public static class TestWebhook
{
    /// <summary>What it answered.</summary>
    public static async Task<WebhookAnswer> SendAsync(EnterpriseId enterprise, WebhookTarget target, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(time);
        using var sender = new WebhookSender(target.Endpoint, time);
        var (id, body) = WebhookBodies.Test(enterprise, time.GetUtcNow());
        return await sender.SendAsync(WebhookSecretFile.Read(target.SecretFile), id, body, ct);
    }
}
