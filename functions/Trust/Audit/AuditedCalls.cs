using System.Globalization;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Gate;

namespace Ascs.Trust.Audit;

/// <summary>
/// The request log (CHEAA-4.1.6 a, b): every call of a platform, also one that got no further than the connection, and every page shown. Endpoints and pages are
/// named by the catalogue and never by what was sent; nothing of a header, a path, a body or an address is kept, and of a person nothing at all.
/// </summary>
internal sealed class AuditedCalls(IAuditTrail trail, IPlatformDirectory directory, TimeProvider time)
{
    /// <summary>What was asked for, when there is no such route: its text is the caller's.</summary>
    private const string NoRoute = "route-unknown";

    /// <summary>A call that came to an end, well or not.</summary>
    public void Call(string who, string endpoint, string result, string traceId) => trail.Record(new AuditEntry(AuditEvent.Call, who, endpoint, result, traceId, Now()));

    /// <summary>A call that was refused before the gate.</summary>
    public void BeforeGate(ProvedCertificate? certificate, string? endpoint, ProblemCode refusal, string traceId) =>
        Call(Who(certificate), endpoint ?? NoRoute, refusal.Code, traceId);

    /// <summary>A connection that was refused before a call: no certificate, an untrusted one, an old version of TLS.</summary>
    public void Handshake() => trail.Record(new AuditEntry(AuditEvent.Call, AuditEntry.Unproved, "tls", "HANDSHAKE_REFUSED", null, Now()));

    /// <summary>Refused for what its address asks too often, before anybody looked at it: counted, for it is a flood.</summary>
    public void TooMany(AuditEvent kind, ProblemCode refusal) => trail.Record(new AuditEntry(
        kind, kind == AuditEvent.Page ? AuditEntry.Person : AuditEntry.Unproved, "address", refusal.Code, null, Now()));

    /// <summary>A page for a person. Without a trace id, so that equal ones are counted and nobody's way through the pages is on record.</summary>
    public void Page(string? page, int status) => trail.Record(new AuditEntry(
        AuditEvent.Page, AuditEntry.Person, page ?? NoRoute, status < 400 ? AuditEntry.Ok : string.Create(CultureInfo.InvariantCulture, $"HTTP_{status}"), null, Now()));

    // Only a peer's own pinned certificate proves who is there.
    private string Who(ProvedCertificate? certificate) =>
        certificate?.Platform is { } platform && directory.Find(platform) is { } peer && directory.IsPinned(peer, certificate.Thumbprint)
            ? platform.ToString() : AuditEntry.Unproved;

    private UnixTime Now() => UnixTime.From(time.GetUtcNow());
}
