using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>A call as it arrived, free of any web framework: Kestrel and Azure Functions both make one.</summary>
/// <param name="Method">Upper-case HTTP method.</param>
/// <param name="TargetUri">Absolute: this platform's own origin, then path and query exactly as sent.</param>
/// <param name="Fields">The header fields.</param>
/// <param name="FieldBytes">Bytes of all header names and values together.</param>
/// <param name="CertificateThumbprint">SHA-256 of the client certificate that the connection proved, 64 upper-case hex digits; null when there is none.</param>
/// <param name="Body">The whole body; null when it is larger than the endpoint takes (it was not read on).</param>
/// <param name="ReceivedAt">When the header had arrived.</param>
/// <param name="TraceId">W3C trace id, 32 hex digits.</param>
public sealed record InboundCall(
    string Method, string TargetUri, FieldLookup Fields, int FieldBytes, string? CertificateThumbprint, ReadOnlyMemory<byte>? Body,
    DateTimeOffset ReceivedAt, string TraceId);
