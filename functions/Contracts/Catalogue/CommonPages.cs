namespace Ascs.Contracts;

/// <summary>What every party serves on its public listener.</summary>
public static class CommonPages
{
    /// <summary>200 with the state of each part, 503 when one is down.</summary>
    public static readonly Page Health = new("health/show", "GET", "/health");

    /// <summary>The party's OpenAPI 3.1 document.</summary>
    public static readonly Page OpenApi = new("openapi/show", "GET", "/openapi.json");

    /// <summary>Public keys as statements signed under their owner's platform certificate: those of the platform asked, or of the peer named by <see cref="KeysOwner"/>.</summary>
    public static readonly Page Keys = new("keys/show", "GET", "/v1/keys");

    /// <summary>Parameter of <see cref="Keys"/>: the PlatID of the one whose keys are asked for.</summary>
    public const string KeysOwner = "owner";

    /// <summary>Every problem code with its status, its class and its words in both languages (CHEAA-4.1.4).</summary>
    public static readonly Page Errors = new("errors/list", "GET", "/v1/errors");

    /// <summary>Switches the language by a cookie and goes back.</summary>
    public static readonly Page Language = new("language/switch", "POST", "/language");

    /// <summary>The style sheet, named by its hash.</summary>
    public static readonly Page Style = new("style/show", "GET", "/assets/{name}");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Page> All { get; } = [Health, OpenApi, Keys, Errors, Language, Style];
}
