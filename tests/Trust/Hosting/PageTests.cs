using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ascs.Trust.Hosting;
using Ascs.Trust.OpenApi;

namespace Ascs.Trust.Tests.Hosting;

/// <summary>The public listener, as a browser meets it.</summary>
public sealed class PageTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_page_tells_the_browser_to_run_nothing_and_to_post_only_where_it_says()
    {
        using var answer = await GetAsync("/");
        var style = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(PlainStyle.Css)));
        Assert.Equal(
            $"default-src 'none'; style-src 'self' 'sha256-{style}'; img-src 'self' data:; font-src 'self'; form-action 'self' https://tp.example; frame-ancestors 'none'; base-uri 'none'",
            Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("strict-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData(null, null, "zh-CN")]
    [InlineData("en-GB,en;q=0.8", null, "en")]
    [InlineData("fr,zh;q=0.5,en;q=0.4", null, "zh-CN")]
    [InlineData("fr", null, "zh-CN")]
    [InlineData("en", "lang=zh", "zh-CN")]
    [InlineData("zh-CN", "lang=en", "en")]
    public async Task the_language_is_the_one_chosen_or_asked_for_or_chinese(string? accepted, string? cookie, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(world.Party.PublicAddress, "/"));
        if (accepted is not null) request.Headers.Add("Accept-Language", accepted);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await SendAsync(request);
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("/subscriptions", "/subscriptions")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData(null, "/")]
    public async Task switching_the_language_goes_back_to_a_page_of_ours(string? back, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(world.Party.PublicAddress, "/language"));
        var form = new Dictionary<string, string> { ["lang"] = "en" };
        if (back is not null) form["back"] = back;
        request.Content = new FormUrlEncodedContent(form);
        using var answer = await SendAsync(request);
        Assert.Equal(expected, Header(answer, "Location"));
        Assert.StartsWith("lang=en; max-age=31536000; path=/; secure; samesite=lax; httponly", Header(answer, "Set-Cookie"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task a_broken_page_says_so_in_both_languages_and_nothing_else()
    {
        using var answer = await GetAsync("/broken");
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("系统出了问题", text, StringComparison.Ordinal);
        Assert.Contains("Something went wrong", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", text + string.Join('\n', world.Party.Journal.Lines), StringComparison.Ordinal);
        Assert.Contains(world.Party.Journal.Lines, line => line.Contains("broken/show failed: InvalidOperationException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_form_over_the_bound_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(world.Party.PublicAddress, "/language"))
        {
            Version = new Version(2, 0), // HTTP/1.1 may see the connection end before the answer
            Content = new FormUrlEncodedContent([new("lang", new string('a', 300_000))]),
        };
        using var answer = await SendAsync(request);
        Assert.Equal(413, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", 400)] // more fields than the framework reads
    [InlineData("multipart/form-data", 400)]
    [InlineData("multipart/form-data; boundary=x", 400)]
    [InlineData("application/json", 415)]
    [InlineData(null, 415)]
    public async Task what_is_no_form_of_ours_is_refused_and_no_bug(string? contentType, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(world.Party.PublicAddress, "/language")) { Content = new StringContent(new string('&', 3000)) };
        request.Content.Headers.Remove("Content-Type");
        if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var answer = await SendAsync(request);
        Assert.Equal((status, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task an_unknown_page_is_a_page()
    {
        using var answer = await GetAsync("/nothing");
        Assert.Equal((404, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_openapi_document_is_that_of_what_is_bound()
    {
        using var answer = await GetAsync("/openapi.json");
        Assert.Equal(OpenApiDocument.Of("trusted party", TestTable.Make().Endpoints.Select(bound => bound.Endpoint)), await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task health_names_each_part_and_is_503_when_one_is_down()
    {
        using var up = await GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, up.StatusCode);
        Assert.Equal("""{"status":"up","parts":{"audit":"up","test":"up"}}""", await up.Content.ReadAsStringAsync(Stop));
        world.Party.Handled.IsUp = false;
        try
        {
            using var down = await GetAsync("/health");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, down.StatusCode);
            Assert.Equal("down", JsonDocument.Parse(await down.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("parts").GetProperty("test").GetString());
        }
        finally
        {
            world.Party.Handled.IsUp = true;
        }
    }

    [Fact]
    public async Task pages_are_not_on_the_platform_listener()
    {
        using var client = new Gate.CallDraft(world).Client();
        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(world.Party.Self.Address, "/")), Stop);
        Assert.Contains("ROUTE_UNKNOWN", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public void languages_have_tags() => Assert.Equal(("zh-CN", "en"), (Contracts.Language.Zh.Tag(), Contracts.Language.En.Tag()));

    private Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(world.Party.PublicAddress, path)));

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var client = new Gate.CallDraft(world) { Caller = null }.Client();
        return await client.SendAsync(request, Stop);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(',', answer.Headers.GetValues(name));
}
