using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Systems;
using Microsoft.Playwright;

namespace Ascs.Journeys.Tests.Pages;

/// <summary>First pages and pages that are not there: a browser takes their styles although it takes none from anywhere else.</summary>
[Collection(OneSystem.Name)]
public sealed class PlainPageTests(RunningSystem system, Chromium chromium) : IClassFixture<Chromium>
{
    public static TheoryData<string> Parties => [.. SamplePlan.Parties.Where(plan => plan.Listens).Select(plan => plan.Folder)];

    [Theory]
    [MemberData(nameof(Parties))]
    public async Task A_first_page_and_a_missing_page_have_their_style(string party)
    {
        var page = await chromium.OpenAsync(script: true);
        await StyledAsync(page, party, "/", "home");
        await StyledAsync(page, party, "/nothing-here", "missing");
        await page.Context.DisposeAsync();
    }

    private async Task StyledAsync(IPage page, string party, string path, string name)
    {
        await page.GotoAsync(new Uri(system.Platforms.Host(party).File.PublicAddress!, path).ToString());
        await Shots.TakeAsync(page, $"{party}-{name}");
        // A browser's own style sheet has neither a width nor a colour of the page.
        Assert.NotEqual("rgba(0, 0, 0, 0)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.NotEqual("8px", await page.EvaluateAsync<string>("getComputedStyle(document.body).marginTop"));
    }
}
