namespace Ascs.Hosts.Handset.Gateway;

/// <summary>RFC 9457 problem details with a code; no free text, nothing of the request but pointers into it.</summary>
/// <param name="Type">Stable URN of the code.</param>
/// <param name="Title">Constant English sentence of the code.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Machine-readable code.</param>
/// <param name="TraceId">Finds the request in the log.</param>
/// <param name="Errors">Broken rules, when the code has any.</param>
internal sealed record ProblemBody(string Type, string Title, int Status, string Code, string TraceId, IReadOnlyList<RuleBroken>? Errors);
