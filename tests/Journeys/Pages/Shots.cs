using Microsoft.Playwright;

namespace Ascs.Journeys.Tests.Pages;

/// <summary>Screenshots of the pages for people to look at, in the folder that ASCS_SHOTS names; none otherwise.</summary>
internal static class Shots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ASCS_SHOTS");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is null)
            return;
        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
