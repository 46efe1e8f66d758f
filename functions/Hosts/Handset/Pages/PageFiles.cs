namespace Ascs.Hosts.Handset.Pages;

/// <summary>The files the pages link to.</summary>
internal static class PageFiles
{
    internal static readonly PageFile Style = new("handset.css", "text/css; charset=utf-8");
    internal static readonly PageFile Icon = new("icon.svg", "image/svg+xml");

    internal static IReadOnlyList<PageFile> All => [Style, Icon];
}
