namespace Ascs.Trust.Audit;

/// <summary>The list of auditable events (CHEAA-4.1.6 c): for each when it is written and what its record holds. Printed by <c>audit events</c>, kept as docs/audit-events.md.</summary>
public static class AuditCatalogue
{
    private const string Caller = "PlatID proved by the certificate, or unproved";
    private const string Operator = "operator: and the user of the operating system";

    /// <summary>All of them, in the order of the enum.</summary>
    public static IReadOnlyList<AuditEventDescription> All { get; } =
    [
        new(AuditEvent.Call, "A platform called, or tried to; within a second after the answer", Caller, "endpoint; route-unknown; address (asks too often); tls", "OK, problem code, HANDSHAKE_REFUSED, STOPPED", false),
        new(AuditEvent.Page, "A page was shown to a person; equal ones of a second are one record with a count", "person", "page; route-unknown; address (asks too often)", "OK, problem code, HTTP_ and the status", false),
        new(AuditEvent.Login, "Before a login's answer leaves", Caller, "session/login", "OK", true),
        new(AuditEvent.LoginRefused, "Before a refused login's answer leaves", Caller, "session/login", "problem code", true),
        new(AuditEvent.Logout, "Before a logout takes effect", Caller, "session/logout", "OK", true),
        new(AuditEvent.TokenRefreshed, "Before a new pair of tokens leaves", Caller, "session/refresh", "OK or problem code", true),
        new(AuditEvent.RefreshTokenReused, "Before a session is killed because an old refresh token came again", Caller, "session/refresh", "problem code", true),
        new(AuditEvent.DataKeyIssued, "Before a data key leaves", Caller, "session/data-key", "OK", true),
        new(AuditEvent.KeyCreated, "Before a key is made or imported, and after", "platform, or " + Operator, "key id", "BEGUN, then OK, UNCHANGED or FAILED", true),
        new(AuditEvent.KeyRotated, "Before a key gets its next version, and after", "platform, or " + Operator, "key id", "BEGUN, then OK, UNCHANGED or FAILED", true),
        new(AuditEvent.KeyDestroyed, "Before a key is destroyed, and after its bytes are gone", "platform, or " + Operator, "key id", "BEGUN, then OK, UNCHANGED or FAILED", true),
        new(AuditEvent.KeyRewrapped, "Before keys are wrapped anew, and after", "platform, or " + Operator, "all", "BEGUN, then OK, UNCHANGED or FAILED", true),
        new(AuditEvent.PlatformPaired, "Before a pairing takes effect", Operator, "PlatID of the peer", "OK", true),
        new(AuditEvent.PlatformSuspended, "Before a peer is suspended", Operator, "PlatID of the peer", "OK", true),
        new(AuditEvent.PlatformResumed, "Before a peer may call again", Operator, "PlatID of the peer", "OK", true),
        new(AuditEvent.PlatformClosed, "Before a peer is closed", Operator, "PlatID of the peer", "OK", true),
        new(AuditEvent.PermissionChanged, "Before a peer's permissions change", Operator, "PlatID of the peer", "OK", true),
        new(AuditEvent.OptedOut, "At the trusted party, when a person's withdrawal is ordered; equal ones of a second are one record with a count", "person", "enterprise and service", "by which way", false),
        new(AuditEvent.CertificateRenewed, "Before a new certificate is used or taken for a peer's", "platform, " + Caller + ", or " + Operator, "PlatID", "OK or why not", true),
        new(AuditEvent.CertificateExpiring, "Once a day from two thirds of a certificate's life on", "platform", "PlatID", "OK", false),
        new(AuditEvent.AlertRaised, "A real-time rule found something", "platform", "rule, and whom it is about", "RAISED, DELIVERED or UNDELIVERED", false),
        new(AuditEvent.AuditRead, "Before the trail is shown to somebody", Operator, "list, report or verify", "OK", true),
        new(AuditEvent.AuditBroken, "The trail is not what it was", "platform, or " + Operator, "trail", "FOUND_AT_START or FOUND_BY_VERIFYING", true),
        new(AuditEvent.AuditLost, "More happened at once than memory holds; the count says how much", "platform", "records; trail", "OK, UNWRITABLE", false),
        new(AuditEvent.PlatformStarted, "Before the first call is taken", "platform", "platform", "OK", true),
        new(AuditEvent.PlatformStopped, "After the last call was answered", "platform", "platform", "OK", true),
    ];
}
