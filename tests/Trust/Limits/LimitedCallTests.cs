using System.Net;
using Ascs.Trust.Tests.Gate;

namespace Ascs.Trust.Tests.Limits;

/// <summary>What a caller meets that is too fast. Each test begins with full buckets: the fake clock is a day further.</summary>
public sealed class LimitedCallTests : IClassFixture<LimitedWorld>
{
    private readonly LimitedWorld world;

    public LimitedCallTests(LimitedWorld world)
    {
        this.world = world;
        world.Time.Advance(TimeSpan.FromDays(1) / 64); // certificates live on
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_answer_tells_what_is_left()
    {
        using var answer = await SendAsync(new CallDraft(world));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("\"address\";q=60;w=60, \"platform\";q=20;w=10", Field(answer, "RateLimit-Policy"));
        Assert.Equal("\"address\";r=59;t=1, \"platform\";r=19;t=1", Field(answer, "RateLimit"));
    }

    [Fact]
    public async Task a_platform_that_is_too_fast_is_told_when_to_come_back_and_passes_then()
    {
        for (var i = 0; i < 20; i++) await PassAsync(new CallDraft(world));
        var late = new CallDraft(world);
        using var refused = await SendAsync(late);
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (refused.StatusCode, Field(refused, "Retry-After")));
        Assert.Equal("\"address\";r=39;t=21, \"platform\";r=0;t=10", Field(refused, "RateLimit"));
        Assert.Equal(("TOO_MANY_REQUESTS", true), await new CallDraft(world).SendAsync() is var heard ? (heard.Code, heard.Signed) : default);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await PassAsync(new CallDraft(world) { Key = late.Key, Body = late.Body }); // the key of a refused act is as new
    }

    [Fact]
    public async Task whoever_can_not_prove_to_be_a_platform_spends_nothing_of_its_bucket()
    {
        for (var i = 0; i < 25; i++) Assert.Equal("CERTIFICATE_MISMATCH", (await new CallDraft(world) { Caller = world.Second }.SendAsync()).Code);
        await PassAsync(new CallDraft(world));
    }

    [Fact]
    public async Task an_address_that_is_too_fast_is_refused_before_anything_is_looked_at()
    {
        for (var i = 0; i < 60; i++) Assert.Equal(401, (await new CallDraft(world) { Caller = world.Second }.SendAsync()).Status);
        var before = Refused();
        var refused = await new CallDraft(world).SendAsync();
        Assert.Equal(("TOO_MANY_REQUESTS", false), (refused.Code, refused.Signed));
        Assert.Equal(before, Refused()); // not by the gate
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await PassAsync(new CallDraft(world));
    }

    [Fact]
    public async Task a_browser_that_is_too_fast_gets_a_page_that_says_so_and_calls_of_platforms_go_on()
    {
        for (var i = 0; i < 3; i++) Assert.Equal(200, (int)(await GetAsync()).StatusCode);
        using var refused = await GetAsync();
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (refused.StatusCode, Field(refused, "Retry-After")));
        Assert.Equal("\"pages\";r=0;t=3", Field(refused, "RateLimit"));
        Assert.Contains("请求过于频繁", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Field(refused, "Content-Security-Policy"), StringComparison.Ordinal);
        await PassAsync(new CallDraft(world));
    }

    private int Refused() => world.Party.Journal.Lines.Count(line => line.Contains("refused:", StringComparison.Ordinal));

    private static async Task PassAsync(CallDraft draft) => Assert.Equal("none", (await draft.SendAsync()).Code);

    private static async Task<HttpResponseMessage> SendAsync(CallDraft draft)
    {
        using var client = draft.Client();
        return await client.SendAsync(draft.ToRequest(), Stop);
    }

    private async Task<HttpResponseMessage> GetAsync()
    {
        using var client = new CallDraft(world) { Caller = null }.Client();
        return await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(world.Party.PublicAddress, "/")), Stop);
    }

    private static string Field(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
