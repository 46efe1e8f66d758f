namespace Ascs.Hosts.Handset.Pages;

/// <summary>The language of a page. Each phrase stands where it is used, Chinese with English beside it.</summary>
/// <param name="English">English instead of Chinese.</param>
public sealed record Words(bool English)
{
    internal const string Cookie = "handset-lang";

    /// <summary>The phrase in the language of the page.</summary>
    /// <param name="chinese">Simplified Chinese.</param>
    /// <param name="english">English.</param>
    public string this[string chinese, string english] => English ? english : chinese;

    /// <summary>For the <c>lang</c> attribute.</summary>
    public string Tag => English ? "en" : "zh-CN";

    internal static Words Of(HttpRequest request) => new(request.Cookies[Cookie] == "en");
}
