using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>A call as it arrived, free of any web framework: Kestrel and Azure Functions both make one.</summary>
/// <param name="Method">Upper-case HTTP method.</param>
/// <param name="TargetUri">Absolute: this platform's own origin, then path and query exactly as sent.</param>
/// <param name="Fields">The header fields.</param>
/// <param name="FieldBytes">Bytes of all header names and values together.</param>
/// <param name="Certificate">The client certificate that the connection proved; null when there is none.</param>
/// <param name="Body">The whole body; null when it is larger than the endpoint takes (it was not read on).</param>
/// <param name="ReceivedAt">When the header had arrived.</param>
/// <param name="TraceId">W3C trace id, 32 hex digits.</param>
public sealed record InboundCall(
    string Method, string TargetUri, FieldLookup Fields, int FieldBytes, ProvedCertificate? Certificate, ReadOnlyMemory<byte>? Body,
    DateTimeOffset ReceivedAt, string TraceId);
