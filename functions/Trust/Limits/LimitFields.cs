using System.Globalization;

namespace Ascs.Trust.Limits;

/// <summary>`RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers, structured fields RFC 9651) and `Retry-After` (RFC 9110 10.2.3).</summary>
internal static class LimitFields
{
    public const string Policy = "ratelimit-policy", Level = "ratelimit", RetryAfter = "retry-after";

    /// <summary>Both fields of these levels; none without any.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IReadOnlyCollection<LimitLevel> levels) => levels.Count == 0 ? [] :
    [
        new(Policy, string.Join(", ", levels.Select(PolicyOf))),
        new(Level, string.Join(", ", levels.Select(LevelOf))),
    ];

    /// <summary>Whole seconds, rounded up: whoever waits that long is not refused again for the same reason.</summary>
    public static string Seconds(TimeSpan wait) => Whole(wait).ToString(CultureInfo.InvariantCulture);

    private static string PolicyOf(LimitLevel level) => string.Create(
        CultureInfo.InvariantCulture, $"\"{level.Name}\";q={level.Quota}{(level.Unit == "requests" ? "" : $";qu=\"{level.Unit}\"")};w={Whole(level.Window)}");

    private static string LevelOf(LimitLevel level) => string.Create(CultureInfo.InvariantCulture, $"\"{level.Name}\";r={level.Remaining};t={Whole(level.Reset)}");

    private static long Whole(TimeSpan span) => (long)Math.Ceiling(span.TotalSeconds);
}
