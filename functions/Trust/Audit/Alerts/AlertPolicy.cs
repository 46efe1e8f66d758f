namespace Ascs.Trust.Audit.Alerts;

/// <summary>From how many on something is unusual. The defaults are far above what a healthy pair of platforms does.</summary>
public sealed record AlertPolicy
{
    /// <summary>Within which the rules count.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>An alert of the same rule about the same subject is not raised again within.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Replayed messages of one platform. Retries carry fresh nonces: there is no innocent replay but a network's own.</summary>
    public int Replays { get; init; } = 10;

    /// <summary>Wrong digests, signatures, certificates, tokens or author signatures of one platform.</summary>
    public int BadSignatures { get; init; } = 20;

    /// <summary>Refused logins of one platform.</summary>
    public int LoginsRefused { get; init; } = 5;

    /// <summary>Timestamps out of range of one platform.</summary>
    public int ClockOff { get; init; } = 10;

    /// <summary>Connections without an accepted certificate.</summary>
    public int UnprovedConnections { get; init; } = 200;

    /// <summary>Calls answered INTERNAL or UNAVAILABLE.</summary>
    public int Failures { get; init; } = 50;

    /// <summary>People who opted out of one service of one enterprise.</summary>
    public int OptOuts { get; init; } = 50;

    /// <summary>Hours of the day, Beijing time, at which no platform should call; null for a platform that works around the clock.</summary>
    public OddHours? OddHours { get; init; }
}
