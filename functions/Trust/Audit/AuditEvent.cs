namespace Ascs.Trust.Audit;

/// <summary>
/// The auditable events (CHEAA-4.1.6 c: this enum is the list; <see cref="AuditCatalogue"/> says when each is written and what it holds). The names are stored: never reuse one.
/// </summary>
public enum AuditEvent
{
    /// <summary>A call of a platform, answered or refused.</summary>
    Call,

    /// <summary>A page shown to a person.</summary>
    Page,

    /// <summary>A platform logged in here.</summary>
    Login,

    /// <summary>A platform's login was refused here.</summary>
    LoginRefused,

    /// <summary>A platform logged out.</summary>
    Logout,

    /// <summary>A refresh token was changed for a new pair.</summary>
    TokenRefreshed,

    /// <summary>A refresh token was used a second time: somebody else may have it.</summary>
    RefreshTokenReused,

    /// <summary>A data key was handed out.</summary>
    DataKeyIssued,

    /// <summary>A key was made or came from a pairing.</summary>
    KeyCreated,

    /// <summary>A key has a new version.</summary>
    KeyRotated,

    /// <summary>A key was destroyed.</summary>
    KeyDestroyed,

    /// <summary>Keys were wrapped under the newest key-encryption key.</summary>
    KeyRewrapped,

    /// <summary>A platform was paired.</summary>
    PlatformPaired,

    /// <summary>A platform was suspended.</summary>
    PlatformSuspended,

    /// <summary>A suspended platform may call again.</summary>
    PlatformResumed,

    /// <summary>A platform was closed for good.</summary>
    PlatformClosed,

    /// <summary>What a platform may do was changed.</summary>
    PermissionChanged,

    /// <summary>A person opted out of a service, by whatever way.</summary>
    OptedOut,

    /// <summary>The platform's certificate, or a peer's, was replaced.</summary>
    CertificateRenewed,

    /// <summary>A certificate should have been renewed by now.</summary>
    CertificateExpiring,

    /// <summary>A real-time rule raised an alert.</summary>
    AlertRaised,

    /// <summary>Somebody read the audit trail.</summary>
    AuditRead,

    /// <summary>The trail is not what it was: changed, cut off or unreadable.</summary>
    AuditBroken,

    /// <summary>More happened than could be kept; how much is told.</summary>
    AuditLost,

    /// <summary>The platform started.</summary>
    PlatformStarted,

    /// <summary>The platform stopped as it was asked to.</summary>
    PlatformStopped,
}
