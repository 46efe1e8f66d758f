namespace Ascs.Contracts;

/// <summary>Dry run: a dispatch without contents.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">The caller's enterprise.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Channel">The channel.</param>
/// <param name="TemplateId">The template.</param>
/// <param name="TemplateVersion">Its version.</param>
/// <param name="SenderId">The port.</param>
/// <param name="NotBefore">Null for now.</param>
/// <param name="Aids">1 to 500, each once.</param>
public sealed record CheckDispatchRequest(
    [Version(1)] int V, EnterpriseId EnterpriseId, ServiceId ServiceId, Channel Channel, TemplateId TemplateId, [Range(1, int.MaxValue)] int TemplateVersion,
    SenderId SenderId, UnixTime? NotBefore, [Items(1, 500)] IReadOnlyList<Aid> Aids);
