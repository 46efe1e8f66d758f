namespace Ascs.Trust.Audit.Alerts;

/// <summary>What the real-time analysis looks for (CHEAA-4.1.6 a, e). What each means and what to do is in <see cref="AlertTexts"/>.</summary>
public enum AlertRule
{
    /// <summary>One platform's messages came again and again.</summary>
    ReplayBurst,

    /// <summary>Many wrong digests or signatures under one certificate, or without.</summary>
    BadSignatures,

    /// <summary>Many refused logins of one platform.</summary>
    LoginsRefused,

    /// <summary>An old refresh token was used again.</summary>
    RefreshTokenReused,

    /// <summary>A platform calls at hours at which nobody should.</summary>
    OddHours,

    /// <summary>Many people of one service opted out.</summary>
    OptOutSpike,

    /// <summary>A platform's clock is off.</summary>
    ClockOff,

    /// <summary>A certificate should have been renewed.</summary>
    CertificateExpiring,

    /// <summary>Many connections without an accepted certificate.</summary>
    UnprovedConnections,

    /// <summary>Many calls found the platform failing.</summary>
    Failing,

    /// <summary>The audit trail is not what it was, or has lost records.</summary>
    AuditBroken,

    /// <summary>The audit trail can't be written: the disk is full or fails.</summary>
    AuditUnwritable,
}
