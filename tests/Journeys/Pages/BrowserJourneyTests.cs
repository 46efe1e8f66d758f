using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Journeys.Tests.Systems;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ascs.Journeys.Tests.Pages;

/// <summary>A person in a real browser: consents on both pages, reads the message on the phone, replies TD, and is left alone.</summary>
[Collection(OneSystem.Name)]
public sealed class BrowserJourneyTests(RunningSystem system, Chromium chromium) : IClassFixture<Chromium>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, DemoPeople.LinNumber, true, "zh")]
    [InlineData(1, DemoPeople.ZhouNumber, false, "en")] // without any script, and in English
    public async Task A_person_consents_gets_the_message_replies_TD_and_is_not_written_to_again(int phone, string number, bool script, string language)
    {
        var known = await AidsAsync();
        var page = await chromium.OpenAsync(script);
        await ConsentAsync(page, phone, language);
        var aid = Assert.Single(await AidsAsync(), candidate => !known.Contains(candidate));
        await DemoPeople.WaitForAssuranceAsync(system.Hongyan, aid, Cancelled);

        var sent = await system.Hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(aid), Cancelled);
        Assert.Equal(1, sent.Allowed);
        await DemoPeople.WaitForDispatchAsync(system.Hongyan, sent.DispatchId, Cancelled);
        await ReplyAsync(page, number, language);

        await DemoPeople.WaitForReplyAsync(system.Hongyan, aid, reply => reply.OptOut, Cancelled);
        var refused = await system.Hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(aid), Cancelled);
        Assert.Equal(0, refused.Allowed);
        Assert.Contains(SendReason.AuthorisationRevoked, Assert.Single(refused.Refused).Reasons);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_person_cancels_on_the_enterprises_page()
    {
        var known = await AidsAsync();
        var page = await chromium.OpenAsync(script: false);
        await ConsentAsync(page, phone: 2, "zh");
        var aid = Assert.Single(await AidsAsync(), candidate => !known.Contains(candidate));
        await page.GotoAsync(Address(EnterpriseCatalogue.Subscriptions.Route));
        await Shots.TakeAsync(page, "zh-6-subscriptions");
        await page.Locator($"form[action$='{EnterpriseCatalogue.SubscriptionsCancel.Route}'] button").First.ClickAsync();
        await Shots.TakeAsync(page, "zh-7-cancel");
        await page.Locator($"main form[action$='{EnterpriseCatalogue.SubscriptionsCancel.Route}'] button").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("已取消"); // not before the answer is there
        await Shots.TakeAsync(page, "zh-8-cancelled");
        var refused = await system.Hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(aid), Cancelled);
        Assert.Contains(SendReason.AuthorisationRevoked, Assert.Single(refused.Refused).Reasons);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task Submitting_without_choices_says_what_is_missing_and_switches_nothing_on()
    {
        var page = await chromium.OpenAsync(script: false);
        await StartAsync(page, phone: 0);
        await Expect(page.Locator("button[name=decision][value=agree]")).ToBeVisibleAsync(); // the page is there
        await Expect(page.Locator("input:checked")).ToHaveCountAsync(0); // nothing is ticked beforehand (ISC-6.1.1.1)
        await page.ClickAsync("button[name=decision][value=agree]");
        await Expect(page.Locator("[role=alert]")).ToBeVisibleAsync();
        await Shots.TakeAsync(page, "zh-2-prompt-missing");
        await page.ClickAsync("button[name=decision][value=later]");
        await Expect(page.Locator("h1")).ToContainTextAsync("没有开通");
        await page.Context.DisposeAsync();
    }

    private async Task ConsentAsync(IPage page, int phone, string language)
    {
        await page.GotoAsync(Address("/"));
        if (language == "en")
            await page.ClickAsync("button[name=lang][value=en]");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language == "en" ? "en" : "zh-CN");
        await Shots.TakeAsync(page, $"{language}-1-app");
        await StartHereAsync(page, phone);
        await Shots.TakeAsync(page, $"{language}-2-prompt");
        await page.CheckAsync("input[name=channel] >> nth=0");
        await page.CheckAsync("input[name=term] >> nth=1");
        await page.ClickAsync("button[name=decision][value=agree]");
        await Shots.TakeAsync(page, $"{language}-3-check");
        await page.ClickAsync($"form[action$='{TrustedPartyCatalogue.Confirm.Route}'] button");
        await Shots.TakeAsync(page, $"{language}-4-confirm");
        await page.ClickAsync("button[value=confirm]");
        await Shots.TakeAsync(page, $"{language}-4b-confirmed");
        await page.ClickAsync($"form[action$='{EnterpriseCatalogue.ConsentReturn.Route}'] button");
        await Expect(page.Locator("h1")).ToHaveTextAsync(language == "en" ? "All set" : "已开通");
        await Shots.TakeAsync(page, $"{language}-5-done");
    }

    private async Task StartAsync(IPage page, int phone)
    {
        await page.GotoAsync(Address("/"));
        await StartHereAsync(page, phone);
    }

    private static async Task StartHereAsync(IPage page, int phone)
    {
        await page.CheckAsync($"input[name=service][value={RunningSystem.Parcels}]");
        await page.CheckAsync($"input[name=phone][value='{phone}']");
        await page.ClickAsync($"form[action='{EnterpriseCatalogue.AppStart.Route}'] button");
    }

    private async Task ReplyAsync(IPage page, string number, string language)
    {
        await page.GotoAsync(system.Platforms.Handset.Address.ToString());
        await Shots.TakeAsync(page, $"{language}-9-phones");
        await page.FillAsync("#number", number);
        await page.ClickAsync("form[action='/phones'] button");
        await page.Locator("a.thread", new PageLocatorOptions { HasText = Messages.ParcelPort }).ClickAsync();
        await Expect(page.Locator(".theirs .bubble").Last).ToContainTextAsync("取件码");
        Assert.DoesNotContain(number, page.Url, StringComparison.Ordinal);
        await page.FillAsync("#text", "TD");
        await page.ClickAsync("button.send");
        await Expect(page.Locator(".mine .bubble").Last).ToHaveTextAsync("TD");
        await Shots.TakeAsync(page, $"{language}-10-phone");
    }

    private async Task<HashSet<Aid>> AidsAsync()
    {
        var list = await system.Hongyan.CallAsync(EnterpriseCatalogue.ListSubscriptions, new ListSubscriptionsRequest(1, RunningSystem.Parcels, null, 500), Cancelled);
        return [.. list.Subscriptions.Select(status => status.Aid)];
    }

    private string Address(string route) => new Uri(system.Platforms.Host("hongyan-express").File.PublicAddress!, route).ToString();
}
