namespace Ascs.Trust.Certificates;

/// <summary>How long certificates live.</summary>
public static class CertificateLimits
{
    /// <summary>CHEAA-4.1.1 b: no platform certificate is valid for more than 24 months.</summary>
    public const int MaxMonths = 24;

    /// <summary>What a platform certificate gets when nothing else is asked: 90 days.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromDays(90);

    /// <summary>What the authority itself gets: five years. It is no platform's certificate and serves no connection.</summary>
    public static readonly TimeSpan Authority = TimeSpan.FromDays(5 * 365);

    /// <summary>Start of validity lies this much before <c>now</c>, for clocks that are behind.</summary>
    public static readonly TimeSpan Backdating = TimeSpan.FromMinutes(5);

    /// <summary>Whether this span is one a platform certificate may have.</summary>
    public static bool Allows(DateTimeOffset notBefore, DateTimeOffset notAfter) => notAfter > notBefore && notAfter <= notBefore.AddMonths(MaxMonths);
}
