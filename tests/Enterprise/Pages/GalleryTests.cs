using System.Text.RegularExpressions;
using Ascs.Contracts;
using Ascs.Enterprise.Tests.World;

namespace Ascs.Enterprise.Tests.Pages;

/// <summary>Every page once, in both languages. With ASCS_GALLERY set to a folder the pages are left there to be looked at.</summary>
public sealed class GalleryTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task every_page_of_the_way_is_a_whole_page_in_its_language(string language)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit(language);
        await visit.OpenAsync("/");
        await KeepAsync(world, visit, "1-app", language);
        await visit.SubmitAsync("/start", ("service", "parcel-notice"));
        await KeepAsync(world, visit, "1-app-fault", language);
        await visit.StartAsync();
        await KeepAsync(world, visit, "2-consent", language);
        await visit.SubmitAsync("/consent", ("decision", "agree"));
        await KeepAsync(world, visit, "2-consent-fault", language);
        await visit.SubmitAsync("/consent", ("decision", "agree"), ("channel", "SMS"), ("channel", "VOICE"), ("term", "90"));
        await KeepAsync(world, visit, "3-check", language);
        var asked = visit.Carried();
        world.ThirdParty.Refusals.Enqueue(ProblemCodes.OperatorUnavailable);
        await visit.ReturnAsync(world.ThirdParty.Result(asked));
        await KeepAsync(world, visit, "4-try-again", language);
        await visit.ReturnAsync(world.ThirdParty.Result(asked));
        await KeepAsync(world, visit, "4-done", language);
        await visit.PrepareAsync(Samples.Offers);
        world.ThirdParty.Refusals.Enqueue(ProblemCodes.SubscriberNotRecognised);
        await visit.ReturnAsync(world.ThirdParty.Result(visit.Carried()));
        await KeepAsync(world, visit, "4-refused", language);
        await visit.StartAsync();
        await visit.SubmitAsync("/consent", ("decision", "later"));
        await KeepAsync(world, visit, "2-later", language);
        await visit.OpenAsync("/consent");
        await KeepAsync(world, visit, "2-over", language);
        await visit.ConsentAsync(Samples.Offers);
        await visit.OpenAsync("/subscriptions");
        await KeepAsync(world, visit, "5-subscriptions", language);
        await visit.SubmitAsync("/subscriptions/cancel");
        await KeepAsync(world, visit, "6-cancel-asked", language);
        world.ThirdParty.Revoke = request => Answer<RevokeAnswer>.Accepted(new RevokeAnswer(1, [new RevokeResult(request.Aids[0], AidState.Revoked, false, 2)], UnixTime.From(world.Time.GetUtcNow().AddSeconds(32))));
        await visit.SubmitAsync("/subscriptions/cancel", ("sure", "yes"));
        await KeepAsync(world, visit, "6-cancel-accepted", language);
        await visit.OpenAsync("/subscriptions");
        await visit.SubmitAsync("/subscriptions", ("code", "wrong"));
        await KeepAsync(world, visit, "5-subscriptions-after", language);
        await visit.OpenAsync("/agreement");
        await KeepAsync(world, visit, "7-agreement", language);
        await visit.OpenAsync("/privacy");
        await KeepAsync(world, visit, "7-privacy", language);
    }

    private static async Task KeepAsync(EnterpriseWorld world, Visit visit, string name, string language)
    {
        Assert.Contains($"<html lang=\"{(language == "en" ? "en" : "zh-CN")}\"", visit.Page, StringComparison.Ordinal);
        Assert.Contains("<h1", visit.Page, StringComparison.Ordinal);
        Assert.EndsWith("</html>", visit.Page.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", visit.Page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", visit.Page, StringComparison.Ordinal);
        Assert.Equal("no-store", visit.Answered["Cache-Control"]);
        if (language == "en")
            Assert.DoesNotMatch("[一-鿿]", Regex.Replace(visit.Text.Replace("中文", "", StringComparison.Ordinal).Replace("公信第三方 Trusted Party", "", StringComparison.Ordinal), "^鸿|\\s鸿\\s", " "));
        if (Environment.GetEnvironmentVariable("ASCS_GALLERY") is not { Length: > 0 } folder)
            return;
        using var http = new HttpClient { BaseAddress = world.Address };
        var style = await http.GetStringAsync(Regex.Match(visit.Page, "/assets/[^\"]+").Value);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.{language}.html"), Regex.Replace(visit.Page, "<link rel=\"stylesheet\"[^>]*>", $"<style>{style}</style>"));
    }
}
