namespace Ascs.Contracts;

/// <summary>The back office's order to its enterprise platform, which encrypts the variables and creates a dispatch.</summary>
/// <param name="V">1.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Channel">The channel.</param>
/// <param name="TemplateId">The template.</param>
/// <param name="TemplateVersion">Its version.</param>
/// <param name="SenderId">The port.</param>
/// <param name="NotBefore">Null for now.</param>
/// <param name="Recipients">1 to 500, each AID once.</param>
public sealed record CreateTaskRequest(
    [Version(1)] int V, ServiceId ServiceId, Channel Channel, TemplateId TemplateId, [Range(1, int.MaxValue)] int TemplateVersion, SenderId SenderId,
    UnixTime? NotBefore, [Items(1, 500)] IReadOnlyList<TaskRecipient> Recipients);
