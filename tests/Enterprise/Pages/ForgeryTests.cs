using Ascs.Enterprise.Tests.World;

namespace Ascs.Enterprise.Tests.Pages;

/// <summary>Every form of ours needs our origin, our cookie and its token.</summary>
public sealed class ForgeryTests
{
    public static TheoryData<string> Forms => ["/start", "/consent", "/subscriptions", "/subscriptions/cancel"];

    [Theory, MemberData(nameof(Forms))]
    public async Task a_form_from_another_origin_is_refused(string path) => await RefusedAsync(path, (visit, token) => visit.PostAsync(path, [("form", token)], "https://evil.example"));

    [Theory, MemberData(nameof(Forms))]
    public async Task a_form_of_no_origin_is_refused(string path) => await RefusedAsync(path, (visit, token) => visit.PostAsync(path, [("form", token)], null));

    [Theory, MemberData(nameof(Forms))]
    public async Task a_form_of_a_hidden_origin_is_refused(string path) => await RefusedAsync(path, (visit, token) => visit.PostAsync(path, [("form", token)], "null"));

    [Theory, MemberData(nameof(Forms))]
    public async Task a_form_without_a_token_is_refused(string path) => await RefusedAsync(path, (visit, _) => visit.PostAsync(path, []));

    [Theory, MemberData(nameof(Forms))]
    public async Task a_form_with_one_changed_character_of_its_token_is_refused(string path) =>
        await RefusedAsync(path, (visit, token) => visit.PostAsync(path, [("form", (token[0] == 'A' ? 'B' : 'A') + token[1..])]));

    [Theory, MemberData(nameof(Forms))]
    public async Task a_form_without_our_cookie_is_refused(string path) => await RefusedAsync(path, (visit, token) => visit.PostAsync(path, [("form", token)], cookies: false));

    [Theory, MemberData(nameof(Forms))]
    public async Task another_visitors_token_is_refused(string path)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var mine = world.Visit();
        using var theirs = world.Visit();
        await mine.OpenAsync("/");
        await theirs.OpenAsync("/");
        await mine.PostAsync(path, [("form", Token(theirs))]);
        Assert.Equal(403, (int)mine.Status);
    }

    [Fact]
    public async Task the_cookie_is_out_of_reach_of_script_other_sites_and_other_hosts()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.OpenAsync("/");
        var cookie = visit.Answered["Set-Cookie"];
        Assert.StartsWith("__Host-ascs-visitor-hongyan-express=", cookie, StringComparison.Ordinal);
        foreach (var attribute in new[] { "secure", "httponly", "samesite=lax", "path=/" })
            Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        await visit.OpenAsync("/");
        Assert.False(visit.Answered.ContainsKey("Set-Cookie"));
    }

    [Fact]
    public async Task a_cookie_in_the_store_is_worth_nothing()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.ConsentAsync();
        var cookie = visit.Cookies.Single(c => c.Key.StartsWith("__Host-", StringComparison.Ordinal)).Value;
        Assert.DoesNotContain(cookie, world.Store.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_style_sheet_is_served_under_its_hash_only()
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.OpenAsync("/assets/enterprise.0000000000000000.css");
        Assert.Equal(404, (int)visit.Status);
        await visit.OpenAsync("/");
        await visit.OpenAsync(System.Text.RegularExpressions.Regex.Match(visit.Page, "/assets/[^\"]+").Value);
        Assert.Equal("text/css; charset=utf-8", visit.Answered["Content-Type"]);
        Assert.Contains("immutable", visit.Answered["Cache-Control"], StringComparison.Ordinal);
    }

    private static string Token(Visit visit) => visit.Hidden("/start").Single(f => f.Name == "form").Value;

    private static async Task RefusedAsync(string path, Func<Visit, string, Task> post)
    {
        await using var world = await EnterpriseWorld.StartAsync();
        using var visit = world.Visit();
        await visit.OpenAsync("/");
        var token = Token(visit);
        await post(visit, token);
        Assert.Equal(403, (int)visit.Status);
        await visit.PostAsync(path, [("form", token)]);
        Assert.NotEqual(403, (int)visit.Status);
    }
}
