namespace Ascs.Hosts.Handset;

/// <summary>The answer of <c>GET /health</c>.</summary>
/// <param name="Status"><c>ok</c>.</param>
internal sealed record HealthAnswer(string Status);
