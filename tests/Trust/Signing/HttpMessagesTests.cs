using Ascs.Trust.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ascs.Trust.Tests.Signing;

/// <summary>Both ends must see the same bytes, whatever their HTTP stack does with a URI.</summary>
public sealed class HttpMessagesTests
{
    [Theory]
    [InlineData("https://tp.example/v1/a", "tp.example", "/v1/a", "https://tp.example/v1/a")]
    [InlineData("https://TP.example:443/v1/a", "TP.example:443", "/v1/a", "https://tp.example/v1/a")]
    [InlineData("https://127.0.0.1:8443/v1/a?x=%20y&z", "127.0.0.1:8443", "/v1/a?x=%20y&z", "https://127.0.0.1:8443/v1/a?x=%20y&z")]
    [InlineData("https://tp.example/v1/a%2Fb#part", "tp.example", "/v1/a%2Fb", "https://tp.example/v1/a%2Fb")]
    [InlineData("https://[::1]:8443/", "[::1]:8443", "/", "https://[::1]:8443/")]
    public void client_and_server_agree_on_the_target(string requested, string host, string rawTarget, string expected)
    {
        using var outbound = new HttpRequestMessage(HttpMethod.Post, requested);
        Assert.Equal(expected, outbound.ToMessage().TargetUri);
        Assert.Equal(expected, Inbound(host, rawTarget).ToMessage().TargetUri);
    }

    [Fact]
    public void a_front_end_is_told_by_its_origin() =>
        Assert.Equal("https://public.example/v1/a", Inbound("10.0.0.7:5000", "/v1/a").ToMessage("https://public.example").TargetUri);

    [Theory, InlineData(""), InlineData("a b"), InlineData("中文"), InlineData("%%%:99999999")]
    public void a_strange_host_is_no_reason_to_fall_over(string host)
    {
        var message = Inbound(host, "/v1/a").ToMessage();
        Assert.NotNull(message.TargetUri);
    }

    [Fact]
    public void fields_of_message_and_content_are_found_line_by_line()
    {
        using var outbound = new HttpRequestMessage(HttpMethod.Post, "https://tp.example/") { Content = new ByteArrayContent([1]) };
        outbound.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        outbound.Headers.TryAddWithoutValidation("Ascs-Plat-Id", ["a", "b"]);
        var fields = outbound.ToMessage().Fields;
        Assert.Equal("application/json; charset=utf-8", fields("content-type"));
        Assert.Equal(2, fields("ascs-plat-id").Count);
        Assert.Equal(0, fields("idempotency-key").Count);
    }

    private static HttpRequest Inbound(string host, string rawTarget)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = ("POST", "https", new HostString(host));
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = rawTarget;
        return context.Request;
    }
}
