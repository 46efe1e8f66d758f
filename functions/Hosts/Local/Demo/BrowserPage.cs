using System.Net;
using System.Text.RegularExpressions;

namespace Ascs.Hosts.Local.Demo;

/// <summary>A page as it came.</summary>
/// <param name="Address">Where one ended up.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Html">The page.</param>
internal sealed partial record BrowserPage(Uri Address, int Status, string Html)
{
    /// <summary>Its forms in order.</summary>
    public IReadOnlyList<BrowserForm> Forms { get; } = [.. FormTag().Matches(Html).Select(form => Read(form.Groups["attributes"].Value, form.Groups["content"].Value))];

    /// <summary>The text a person reads, tags left out.</summary>
    public string Text => WebUtility.HtmlDecode(AnyTag().Replace(Html, " "));

    private static BrowserForm Read(string attributes, string content)
    {
        var hidden = InputTag().Matches(content).Select(input => input.Value).Where(input => Attribute(input, "type") == "hidden")
            .ToDictionary(input => Attribute(input, "name")!, input => Attribute(input, "value") ?? string.Empty);
        return new BrowserForm(Attribute(attributes, "action") ?? string.Empty, hidden);
    }

    private static string? Attribute(string tag, string name)
    {
        var match = Regex.Match(tag, $@"\b{name}=""(?<value>[^""]*)""", RegexOptions.CultureInvariant);
        return match.Success ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;
    }

    [GeneratedRegex("<form(?<attributes>[^>]*)>(?<content>.*?)</form>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex FormTag();

    [GeneratedRegex("<input[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex InputTag();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();
}
