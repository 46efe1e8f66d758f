namespace Ascs.Contracts;

/// <summary>One template to 1..500 AIDs, now or at a time.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">The caller's enterprise.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="Channel">The channel.</param>
/// <param name="TemplateId">The template.</param>
/// <param name="TemplateVersion">Its version.</param>
/// <param name="SenderId">The port, one of those promised.</param>
/// <param name="NotBefore">Null for now; else at most 30 days ahead.</param>
/// <param name="ContentKey">Key of the variables.</param>
/// <param name="Recipients">1 to 500, each AID once.</param>
public sealed record CreateDispatchRequest(
    [Version(1)] int V, EnterpriseId EnterpriseId, ServiceId ServiceId, Channel Channel, TemplateId TemplateId, [Range(1, int.MaxValue)] int TemplateVersion,
    SenderId SenderId, UnixTime? NotBefore, WrappedContentKey ContentKey, [Items(1, 500)] IReadOnlyList<Recipient> Recipients);
