using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Ascs.Trust.Tests.Hosting;

/// <summary>What never becomes a request of the gate (CHEAA-4.1.4): the web server answers with a bare status, we with our document; nothing of the request is in either.</summary>
public sealed class MalformedRequestTests(TestWorld world) : IClassFixture<TestWorld>
{
    private const string Planted = "13912345678";
    private const string Chunked = "POST /v1/aids/state HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

    private static readonly Dictionary<string, (string Text, int Status, string? Code)> Requests = new()
    {
        ["no HTTP"] = ($"{Planted}\r\n\r\n", 400, null),
        ["no host"] = ($"GET /{Planted} HTTP/1.1\r\n\r\n", 400, null),
        ["two hosts"] = ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, null),
        ["a version of its own"] = ($"GET /{Planted} HTTP/9.9\r\nHost: a\r\n\r\n", 505, null),
        ["a field without a colon"] = ($"GET / HTTP/1.1\r\nHost: a\r\n{Planted}\r\n\r\n", 400, null),
        ["a folded field"] = ($"GET / HTTP/1.1\r\nHost: a\r\nx: 1\r\n {Planted}\r\n\r\n", 400, null),
        ["a length below nothing"] = ("POST /v1/aids/state HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400, null),
        ["two lengths"] = ("POST /v1/aids/state HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400, null),
        ["no length at all"] = ("POST /v1/aids/state HTTP/1.0\r\nHost: a\r\n\r\n", 400, null),
        ["a line of 9 kB"] = ($"GET /{Planted}{new string('a', 9000)} HTTP/1.1\r\nHost: a\r\n\r\n", 414, null),
        ["33 kB of fields"] = ($"GET / HTTP/1.1\r\nHost: a\r\nx: {Planted}{new string('a', 33 * 1024)}\r\n\r\n", 431, null),
        ["61 fields"] = ($"GET / HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Range(0, 61).Select(i => $"x{i}: 1\r\n"))}\r\n", 431, null),
        ["a chunk without a length"] = ($"{Chunked}zz{Planted}\r\n", 400, "REQUEST_MALFORMED"),
        ["a chunk too long for a number"] = ($"{Chunked}{Planted}{Planted}\r\n", 400, "REQUEST_MALFORMED"),
        ["a chunk longer than it says"] = ($"{Chunked}1\r\n{Planted}\r\n0\r\n\r\n", 400, "REQUEST_MALFORMED"),
        ["a path of dots"] = ($"GET /../../{Planted} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404, "ROUTE_UNKNOWN"),
        ["half an escape"] = ($"GET /%{Planted}%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404, "ROUTE_UNKNOWN"),
        ["another method"] = ($"TRACE /{Planted} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404, "ROUTE_UNKNOWN"),
        ["a tunnel"] = ("CONNECT tp.example:443 HTTP/1.1\r\nHost: tp.example:443\r\nConnection: close\r\n\r\n", 404, "ROUTE_UNKNOWN"),
    };

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task the_answer_is_a_bare_status_or_our_document(string name)
    {
        var (text, status, code) = Requests[name];
        var (head, body) = await SendAsync(text);
        Assert.StartsWith($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Planted, head + body, StringComparison.Ordinal);
        if (code is null) Assert.Empty(body);
        else Assert.Equal((code, 32), (Member(body, "code"), Member(body, "traceId").Length));
    }

    private static string Member(string json, string name) => JsonDocument.Parse(json).RootElement.GetProperty(name).GetString()!;

    private async Task<(string Head, string Body)> SendAsync(string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(System.Net.IPAddress.Loopback, world.Party.Self.Address.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost", RemoteCertificateValidationCallback = world.Trust.ServerCallback(),
            ClientCertificateContext = SslStreamCertificateContext.Create(world.First.Certificate, null, offline: true),
        }, TestContext.Current.CancellationToken);
        await tls.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        return await ReadAsync(tls);
    }

    // The server closes after each of these.
    private static async Task<(string Head, string Body)> ReadAsync(SslStream tls)
    {
        using var memory = new MemoryStream();
        try
        {
            await tls.CopyToAsync(memory, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Reset, because the rest of what was sent is not read; the answer came before.
        }

        var parts = Encoding.UTF8.GetString(memory.ToArray()).Split("\r\n\r\n", 2);
        return (parts[0], parts[^1]);
    }
}
