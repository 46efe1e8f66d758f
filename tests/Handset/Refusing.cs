using System.Net;
using System.Text;

namespace Ascs.Hosts.Handset.Tests;

public sealed class Refusing
{
    private const string OneMessage = """{"gateway":"opA","messages":[{"messageId":"m1","to":"13800001234","from":"10690001","text":"hi"}]}""";

    [Theory]
    [InlineData("""{"gateway":"opA"}""", "")]
    [InlineData("""{"gateway":null,"messages":[]}""", "/gateway")]
    [InlineData("""{"gateway":"opA","messages":[]}""", "/messages")]
    [InlineData("""{"gateway":"opA","messages":[null]}""", "/messages/0")]
    [InlineData("""{"gateway":"opA","messages":[],"gateway":"opA"}""", "")]
    [InlineData("""{"gateway":"opA","messages":[{"messageId":"m1","to":"13800001234","from":"10690001","text":"hi","more":1}]}""", "")]
    [InlineData("""{"gateway":"opA","messages":[{"messageId":"a b","to":"13800001234","from":"10690001","text":"hi"}]}""", "/messages/0/messageId")]
    [InlineData("""{"gateway":"opA","messages":[{"messageId":"m1","to":13800001234,"from":"10690001","text":"hi"}]}""", "/messages/0/to")]
    [InlineData("""{"gateway":"opA","messages":[{"messageId":"m1","to":"13800001234","from":"10690001","text":"\ud800"}]}""", "/messages/0/text")]
    [InlineData("""[[[[[[[[[[[[]]]]]]]]]]]]""", "")]
    [InlineData("not json", "")]
    [InlineData("", "")]
    [InlineData("null", "")]
    public async Task a_body_that_breaks_a_rule_gets_a_pointer_and_stores_nothing(string body, string pointer)
    {
        await using var handset = await Handset.Start();
        var (status, problem) = await handset.Api.Post("/gateway/v1/submit", body, handset.Api.Secret("opA"));

        Assert.Equal((HttpStatusCode.BadRequest, "MALFORMED"), (status, (string)problem["code"]!));
        Assert.StartsWith(pointer, (string)problem["errors"]![0]!["pointer"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await handset.Api.Audit("opA"))["handOvers"]!);
    }

    [Fact]
    public async Task more_than_500_messages_are_refused_as_a_whole()
    {
        await using var handset = await Handset.Start();
        var messages = string.Join(',', Enumerable.Range(0, 501).Select(i => Api.Message($"m{i}").ToJsonString()));
        var (status, problem) = await handset.Api.Post("/gateway/v1/submit", $$"""{"gateway":"opA","messages":[{{messages}}]}""", handset.Api.Secret("opA"));
        Assert.Equal((HttpStatusCode.BadRequest, "/messages"), (status, (string)problem["errors"]![0]!["pointer"]!));
    }

    [Fact]
    public async Task a_wrong_or_missing_secret_is_unauthenticated_and_a_foreign_one_is_forbidden()
    {
        await using var handset = await Handset.Start();
        var api = handset.Api;
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Post("/gateway/v1/submit", OneMessage, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Post("/gateway/v1/submit", OneMessage, new string('0', 64))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.Post("/gateway/v1/submit", OneMessage, api.Secret("opB"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.Post("/gateway/v1/submit", OneMessage, api.Secret("control"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.Post("/gateway/v1/pull", """{"gateway":"opA","cursor":0}""", api.Secret("opB"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.Post("/gateway/v1/audit", """{"gateway":"opA"}""", api.Secret("opB"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.Post("/control/v1/knobs", "{}", api.Secret("opA"))).Status);
        Assert.Equal(0, (int)(await api.Audit("opA"))["handOvers"]!);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=gbk")]
    [InlineData("")]
    public async Task only_json_in_utf_8_is_read(string contentType)
    {
        await using var handset = await Handset.Start();
        var (status, problem) = await handset.Api.Post("/gateway/v1/submit", OneMessage, handset.Api.Secret("opA"), contentType);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "NOT_JSON"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task a_body_over_two_megabytes_is_too_large()
    {
        await using var handset = await Handset.Start();
        var body = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(OneMessage.Replace("hi", new string('x', (2 * 1024 * 1024) + 1), StringComparison.Ordinal)));
        var (status, problem) = await handset.Api.Post("/gateway/v1/submit", body, handset.Api.Secret("opA"));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TOO_LARGE"), (status, (string)problem["code"]!));
    }

    [Fact]
    public async Task a_name_that_is_not_loopback_is_misdirected()
    {
        await using var handset = await Handset.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = "evil.example" } };
        using var answer = await handset.Api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/gateway/v1/submit", HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED")]
    [InlineData("POST", "/gateway/v1/nothing", HttpStatusCode.NotFound, "NOT_FOUND")]
    public async Task other_methods_and_addresses_get_a_problem_too(string method, string path, HttpStatusCode expected, string code)
    {
        await using var handset = await Handset.Start();
        using var answer = await handset.Api.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task knobs_out_of_range_are_refused_and_nothing_is_turned()
    {
        await using var handset = await Handset.Start();
        var (status, problem) = await handset.Api.Post("/control/v1/knobs", """{"failurePercent":101,"refusePercent":50}""", handset.Api.Secret("control"));
        Assert.Equal((HttpStatusCode.BadRequest, "/failurePercent"), (status, (string)problem["errors"]![0]!["pointer"]!));
        Assert.Equal(0, (double)(await handset.Api.Control("knobs", []))["refusePercent"]!);
    }
}
