namespace Ascs.Contracts;

/// <summary>An approved message template (ISC-6.2.3.1), held in clear by enterprise, trusted party and operator.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="ServiceId">For which service.</param>
/// <param name="TemplateId">The template.</param>
/// <param name="Version">Counts up; a change is a new version.</param>
/// <param name="Channel">For which channel.</param>
/// <param name="Signature">Signature shown in 【】.</param>
/// <param name="Body">Text with `{variable}` places.</param>
/// <param name="Variables">Name → most characters.</param>
/// <param name="Promotional">True when it must offer 拒收请回复R.</param>
public sealed record MessageTemplate(
    int V, EnterpriseId EnterpriseId, ServiceId ServiceId, TemplateId TemplateId, int Version, Channel Channel, string Signature, string Body,
    IReadOnlyDictionary<string, int> Variables, bool Promotional);
