using Ascs.Trust.Webhooks;

namespace Ascs.Enterprise;

/// <summary>A system of the enterprise's own that is told of events.</summary>
/// <param name="Name">1 to 32 of <c>a-z 0-9 -</c>: its cursor is kept under it.</param>
/// <param name="Endpoint">Where it is.</param>
/// <param name="SecretFile">Its secrets, mode 0600; read anew at every try, so that they change without a restart.</param>
public sealed record WebhookTarget(string Name, WebhookEndpoint Endpoint, string SecretFile);
