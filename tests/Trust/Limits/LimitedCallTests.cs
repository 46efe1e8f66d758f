using System.Buffers.Binary;
using System.Net;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Tests.Calls;
using Ascs.Trust.Tests.Gate;
using Ascs.Trust.Tests.Hosting;

namespace Ascs.Trust.Tests.Limits;

/// <summary>What a caller meets that is too fast. Each test begins with full buckets: the fake clock is a day further.</summary>
public sealed class LimitedCallTests : IClassFixture<LimitedWorld>
{
    private readonly LimitedWorld world;

    public LimitedCallTests(LimitedWorld world)
    {
        this.world = world;
        world.Time.Advance(TimeSpan.FromDays(1) / 64); // certificates live on
        world.SessionOf(world.First);
        world.Time.Advance(TimeSpan.FromMinutes(1)); // a login is a call too
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_answer_tells_what_is_left()
    {
        using var answer = await SendAsync(new CallDraft(world));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("\"address\";q=60;w=6, \"platform\";q=20;w=2, \"enterprise\";q=40;qu=\"aids\";w=8, \"aid\";q=3;w=3", Field(answer, "RateLimit-Policy"));
        Assert.Equal("\"address\";r=59;t=1, \"platform\";r=19;t=1, \"enterprise\";r=39;t=1, \"aid\";r=2;t=1", Field(answer, "RateLimit"));
    }

    [Fact]
    public async Task a_platform_that_is_too_fast_is_told_when_to_come_back_and_passes_then()
    {
        for (var i = 0; i < 20; i++) await PassAsync(Asking(1, i));
        var late = new CallDraft(world);
        using var refused = await SendAsync(late);
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (refused.StatusCode, Field(refused, "Retry-After")));
        Assert.Equal("\"address\";r=39;t=3, \"platform\";r=0;t=2", Field(refused, "RateLimit"));
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
    public async Task an_enterprise_is_held_to_the_aids_it_names()
    {
        await PassAsync(Asking(40, 0));
        using var refused = await SendAsync(Asking(10, 100));
        Assert.Equal((HttpStatusCode.TooManyRequests, "2"), (refused.StatusCode, Field(refused, "Retry-After")));
        world.Time.Advance(TimeSpan.FromSeconds(2));
        await PassAsync(Asking(10, 100));
    }

    [Fact]
    public async Task a_batch_larger_than_any_burst_passes_when_nothing_else_does_before_it()
    {
        await PassAsync(Asking(500, 0));
        Assert.Equal("TOO_MANY_REQUESTS", (await Asking(1, 0).SendAsync()).Code);
    }

    [Fact]
    public async Task an_aid_is_named_only_so_often_and_its_refusal_costs_the_enterprise_nothing()
    {
        for (var i = 0; i < 3; i++) await PassAsync(Asking(1, 7));
        var late = new CallDraft(world) { BodyText = $$"""{"v":1,"enterpriseId":"acme","aids":["{{Aids(7)}}","{{Aids(8)}}"],"by":"ENTERPRISE"}""" };
        using var refused = await SendAsync(late);
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (refused.StatusCode, Field(refused, "Retry-After")));
        Assert.Contains("\"aid\";r=0;t=3", Field(refused, "RateLimit"), StringComparison.Ordinal);
        using var other = await SendAsync(Asking(1, 8));
        Assert.Contains("\"enterprise\";r=36;t=1, \"aid\";r=2;t=1", Field(other, "RateLimit"), StringComparison.Ordinal);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await PassAsync(new CallDraft(world) { Key = late.Key, Body = late.Body }); // the key of the refused act is as new
    }

    [Fact]
    public async Task nobody_spends_another_enterprises_calls_about_an_aid()
    {
        for (var i = 0; i < 3; i++) await PassAsync(Asking(1, 7));
        var second = world.Second;
        await PassAsync(new CallDraft(world, TrustedPartyCatalogue.AidStates)
        {
            Caller = second, Claimed = second.PlatId, Secret = world.SessionOf(second).Mac, Token = world.SessionOf(second).Kept.Access,
            BodyText = $$"""{"v":1,"enterpriseId":"bolt","aids":["{{Aids(7)}}"]}""",
        });
    }

    [Fact]
    public void every_request_type_that_names_aids_is_known()
    {
        var endpoints = TrustedPartyCatalogue.Endpoints.Concat(EnterpriseCatalogue.Endpoints).Concat(OperatorCatalogue.Endpoints).ToList();
        string[] naming = [.. endpoints.Where(endpoint => Names(endpoint.RequestType)).Select(endpoint => endpoint.RequestType.Name).Distinct().Order()];
        Assert.Equal(["AidStatesRequest", "CheckDispatchRequest", "CreateDispatchRequest", "CreateTaskRequest", "RevokeRequest", "TraceRequest"], naming);
    }

    [Fact]
    public async Task a_burst_of_ten_times_what_passes_is_delivered_in_the_end()
    {
        var calls = Enumerable.Range(0, 200).Select(i => InsistAsync(i));
        Assert.All(await world.Time.While(Task.WhenAll(calls)), Assert.Null);
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

    // As background work does it: what passes is tried for as long as it takes.
    private async Task<ProblemCode?> InsistAsync(int number)
    {
        var pauses = new Backoff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(2));
        for (var pause = pauses.First; ; pause = pauses.After(pause))
        {
            var request = new RevokeRequest(1, TestWorld.Acme, [Aid.FromBytes(Guid.NewGuid().ToByteArray())], RevokedBy.PersonOnPage);
            var answer = await world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.Revoke, request, $"burst-{number:D10}", Stop);
            if (answer.Problem is not { Code.Retry: true } problem) return answer.Problem?.Code;
            await Task.Delay(pauses.AsAsked(pause, problem), world.Time, Stop);
        }
    }

    private CallDraft Asking(int count, int first) => new(world, TrustedPartyCatalogue.AidStates)
    {
        BodyText = $$"""{"v":1,"enterpriseId":"acme","aids":[{{string.Join(',', Enumerable.Range(first, count).Select(i => $"\"{Aids(i)}\""))}}]}""",
    };

    private static Aid Aids(int number)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return Aid.FromBytes(bytes);
    }

    private static bool Names(Type type) => type == typeof(Aid) || (type.Namespace == typeof(Aid).Namespace && type.IsClass && type.GetProperties().Any(p => Names(p.PropertyType)))
        || (type.IsGenericType && type.GetGenericArguments().Any(Names));

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
