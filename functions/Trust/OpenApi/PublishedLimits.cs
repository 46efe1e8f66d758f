using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Trust.Limits;

namespace Ascs.Trust.OpenApi;

/// <summary>The limits of a platform in its document (CHEAA-4.1.5.1 b): what a caller may rely on is no secret.</summary>
internal static class PublishedLimits
{
    private const string Policy =
        "Token buckets: `burst` at once, `perSecond` flows back all the time, of each instance. A refused call costs nothing and there is no ban: after `Retry-After` it passes. "
        + "Answers tell what is left in `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers).";

    public static JsonObject Of(LimitOptions limits, IEnumerable<Endpoint> endpoints)
    {
        var published = new JsonObject
        {
            ["description"] = Policy,
            ["address"] = Rate(limits.Address, "requests of one network address here", ProblemCodes.TooManyRequests),
            ["pages"] = Rate(limits.Pages, "requests of one network address for pages", ProblemCodes.TooManyRequests),
            ["platform"] = Rate(limits.Platform, "calls of one platform", ProblemCodes.TooManyRequests),
            ["enterprise"] = Rate(limits.Enterprise, "AIDs that one enterprise names; a call that names none counts as one", ProblemCodes.TooManyRequests),
            ["aid"] = Rate(limits.Aid, "calls of one platform that name one AID", ProblemCodes.TooManyRequests),
        };
        if (endpoints.Contains(TrustedPartyCatalogue.CreateDispatch))
        {
            published["aids-per-day"] = new JsonObject
            {
                ["counts"] = "AIDs that one enterprise sends to in a calendar day (+08:00), over all instances", ["quota"] = limits.AidsPerDay,
                ["refusal"] = ProblemCodes.QuotaExceeded.Code,
            };
        }

        return published;
    }

    /// <summary>The fields of a 429.</summary>
    public static JsonObject Fields() => new()
    {
        ["Retry-After"] = Field("Seconds after which the same call passes."),
        ["RateLimit"] = Field("What is left of each limit met: `\"name\";r=remaining;t=seconds until all is back`. On other answers too."),
        ["RateLimit-Policy"] = Field("Each limit met: `\"name\";q=quota;w=window in seconds`, `qu=\"aids\"` where AIDs are counted. On other answers too."),
    };

    private static JsonObject Rate(RateLimit limit, string counts, ProblemCode refusal) =>
        new() { ["counts"] = counts, ["perSecond"] = limit.PerSecond, ["burst"] = limit.Burst, ["refusal"] = refusal.Code };

    private static JsonObject Field(string description) => new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" } };
}
