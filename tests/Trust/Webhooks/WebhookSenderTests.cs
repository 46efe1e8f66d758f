using System.Text;
using Ascs.Tests;
using Ascs.Trust.Certificates;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Webhooks;

namespace Ascs.Trust.Tests.Webhooks;

public sealed class WebhookSenderTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":"ascs.test.v1"}""");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_arrives_is_signed_byte_for_byte()
    {
        await using var listener = await WebhookListener.StartAsync();
        using var secret = WebhookSecret.Create();
        Assert.True((await SendAsync(listener, secret)).IsDelivered);
        var (headers, body) = Assert.Single(listener.Received);
        Assert.Equal("test-1", headers.Id);
        Assert.Equal(Body, body);
        Assert.Null(WebhookSignature.Verify([secret], headers, body, TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task a_private_address_is_not_called_unless_that_is_allowed()
    {
        await using var listener = await WebhookListener.StartAsync();
        using var secret = WebhookSecret.Create();
        var answer = await SendAsync(new WebhookEndpoint(listener.Address, AllowPrivate: false, listener.Authority), secret);
        Assert.Equal((0, "a private address, and not allowed"), (answer.Status, answer.Why));
        Assert.Empty(listener.Received);
    }

    [Fact]
    public async Task a_certificate_of_another_authority_is_not_believed()
    {
        await using var listener = await WebhookListener.StartAsync();
        using var secret = WebhookSecret.Create();
        using var other = CertificateAuthority.Create("other", TimeProvider.System.GetUtcNow());
        Assert.Equal(0, (await SendAsync(new WebhookEndpoint(listener.Address, AllowPrivate: true, other.Certificate), secret)).Status);
        Assert.Equal(0, (await SendAsync(new WebhookEndpoint(listener.Address, AllowPrivate: true), secret)).Status);
        Assert.Equal(0, (await SendAsync(new WebhookEndpoint(new Uri($"https://[::ffff:127.0.0.1]:{listener.Address.Port}/"), AllowPrivate: true, listener.Authority), secret)).Status);
        Assert.Empty(listener.Received);
    }

    [Fact]
    public async Task a_redirection_is_a_failure_and_not_followed()
    {
        await using var listener = await WebhookListener.StartAsync(context => context.Response.Redirect("/elsewhere"));
        using var secret = WebhookSecret.Create();
        var answer = await SendAsync(listener, secret);
        Assert.Equal((302, false), (answer.Status, answer.IsDelivered));
        Assert.Single(listener.Received);
    }

    [Fact]
    public async Task a_receiver_may_ask_to_be_left_alone_for_a_while_or_for_good()
    {
        await using var busy = await WebhookListener.StartAsync(context => (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "120"));
        await using var gone = await WebhookListener.StartAsync(context => context.Response.StatusCode = 410);
        using var secret = WebhookSecret.Create();
        var answer = await SendAsync(busy, secret);
        Assert.Equal((429, TimeSpan.FromMinutes(2)), (answer.Status, answer.RetryAfter));
        Assert.True((await SendAsync(gone, secret)).IsGone);
    }

    [Theory]
    [InlineData("http://crm.example/hook")]
    [InlineData("https://user:password@crm.example/hook")]
    [InlineData("https://crm.example/hook#there")]
    [InlineData("file:///etc/passwd")]
    public void an_address_that_is_not_https_alone_is_none(string address) =>
        Assert.Throws<ArgumentException>(() => new WebhookSender(new WebhookEndpoint(new Uri(address)), TimeProvider.System));

    [Fact]
    public void secrets_lie_in_a_file_of_their_owner_and_change_without_a_gap()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("crm.secret");
        var first = WebhookSecretFile.Renew(file).Reveal();
        Assert.Equal([first], WebhookSecretFile.Read(file).Select(secret => secret.Reveal()));
        var second = WebhookSecretFile.Renew(file).Reveal();
        Assert.Equal([second, first], WebhookSecretFile.Read(file).Select(secret => secret.Reveal()));
        var third = WebhookSecretFile.Renew(file).Reveal();
        Assert.Equal([third, second], WebhookSecretFile.Read(file).Select(secret => secret.Reveal()));
        WebhookSecretFile.Settle(file);
        Assert.Equal([third], WebhookSecretFile.Read(file).Select(secret => secret.Reveal()));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        File.WriteAllText(file, "whsec_short\n");
        Assert.Throws<InvalidDataException>(() => WebhookSecretFile.Read(file));
    }

    private static Task<WebhookAnswer> SendAsync(WebhookListener listener, WebhookSecret secret) =>
        SendAsync(new WebhookEndpoint(listener.Address, AllowPrivate: true, listener.Authority), secret);

    private static async Task<WebhookAnswer> SendAsync(WebhookEndpoint endpoint, WebhookSecret secret)
    {
        using var sender = new WebhookSender(endpoint, TimeProvider.System);
        return await sender.SendAsync([secret], "test-1", Body, Ct);
    }
}
