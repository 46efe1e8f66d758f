namespace Ascs.Hosts.Local.Demo;

/// <summary>A form of a page.</summary>
/// <param name="Action">Where it posts.</param>
/// <param name="Hidden">What it carries unseen.</param>
internal sealed record BrowserForm(string Action, IReadOnlyDictionary<string, string> Hidden);
