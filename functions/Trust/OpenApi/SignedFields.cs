using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.OpenApi;

/// <summary>The header fields of a signed call, as parameters.</summary>
internal static class SignedFields
{
    private static readonly (string Name, string Pattern, string Description)[] All =
    [
        (SignedFieldNames.Authorization, "^Bearer [-0-9A-Za-z._~+/]{48}$", "Access token of the session."),
        (SignedFieldNames.PlatId, PlatId.Pattern, "PlatID of the caller."),
        (SignedFieldNames.Timestamp, "^[0-9]{1,15}$", "Milliseconds since the epoch, within ten minutes."),
        (SignedFieldNames.ContentDigest, "^sha-256=:[A-Za-z0-9+/]{43}=:$", "RFC 9530."),
        (SignedFieldNames.SignatureInput, "^ascs=.+$", "RFC 9421."),
        (SignedFieldNames.Signature, "^ascs=:[A-Za-z0-9+/]{43}=:$", "RFC 9421, hmac-sha256."),
        (SignedFieldNames.IdempotencyKey, "^[0-9A-Za-z_-]{16,64}$", "The same key is the same act."),
        (SignedFieldNames.Author, "^keyid=\"author-v[1-9][0-9]{0,8}\", signature=:[A-Za-z0-9+/=]{88}:$", "SM2 signature of the act's author."),
    ];

    /// <summary>For <c>components/parameters</c>.</summary>
    public static JsonObject Parameters()
    {
        var parameters = new JsonObject();
        foreach (var (name, pattern, description) in All)
        {
            parameters[name] = new JsonObject
            {
                ["name"] = name, ["in"] = "header", ["required"] = true, ["description"] = description,
                ["schema"] = new JsonObject { ["type"] = "string", ["pattern"] = pattern },
            };
        }

        return parameters;
    }

    /// <summary>Those that an endpoint needs.</summary>
    public static JsonArray Of(Endpoint endpoint) => new([.. All
        .Where(field => endpoint.Idempotent || field.Name != SignedFieldNames.IdempotencyKey)
        .Where(field => endpoint.Session != SessionNeed.Pair || field.Name != SignedFieldNames.Authorization)
        .Where(field => endpoint.AuthorSigned || field.Name != SignedFieldNames.Author)
        .Select(field => new JsonObject { ["$ref"] = $"#/components/parameters/{field.Name}" })]);
}
