namespace Ascs.Contracts;

/// <summary>RFC 9457 problem document as it goes over the wire: constant but for the code, the trace and the pointers (CHEAA-4.1.4).</summary>
/// <param name="Type">`urn:ascs:problem:CODE`.</param>
/// <param name="Title">Constant sentence of the code.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The code.</param>
/// <param name="TraceId">W3C trace id, 32 hex digits.</param>
/// <param name="Errors">Members at fault.</param>
public sealed record ProblemDocument(string Type, string Title, int Status, string Code, string TraceId, IReadOnlyList<FieldError> Errors);
