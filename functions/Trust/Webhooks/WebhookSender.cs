using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Ascs.Trust.Journal;

namespace Ascs.Trust.Webhooks;

/// <summary>Sends webhooks to one endpoint, one try a call; whoever must succeed tries again later with the same id and body.</summary>
public sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5), TryTimeout = TimeSpan.FromSeconds(20), Lifetime = TimeSpan.FromMinutes(10);

    private readonly WebhookEndpoint endpoint;
    private readonly TimeProvider time;
    private readonly HttpMessageInvoker client;

    /// <summary>A sender.</summary>
    /// <exception cref="ArgumentException">The endpoint is none: one sentence.</exception>
    public WebhookSender(WebhookEndpoint endpoint, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (endpoint.Fault is { } fault) throw new ArgumentException(fault, nameof(endpoint));
        (this.endpoint, this.time) = (endpoint, time);
        client = new HttpMessageInvoker(Handler());
    }

    /// <summary>One try.</summary>
    /// <param name="secrets">Signs with each.</param>
    /// <param name="id">The same for every try of a message.</param>
    /// <param name="json">The body.</param>
    /// <param name="ct">Stops waiting; it may have arrived.</param>
    public async Task<WebhookAnswer> SendAsync(IReadOnlyCollection<WebhookSecret> secrets, string id, ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(TryTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        using var request = Request(WebhookSignature.Sign(secrets, id, time.GetUtcNow(), json.Span), json);
        try
        {
            using var answer = await client.SendAsync(request, both.Token); // what it says beside its status is nobody's interest, and is not read
            return new WebhookAnswer((int)answer.StatusCode, $"status {(int)answer.StatusCode}", RetryAfter(answer.Headers.RetryAfter));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested();
            return new WebhookAnswer(0, fault is HttpRequestException { InnerException: PrivateAddressException } ? "a private address, and not allowed" : FaultText.TypesOf(fault));
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(WebhookHeaders headers, ReadOnlyMemory<byte> json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.TryAddWithoutValidation(WebhookHeaders.IdName, headers.Id);
        request.Headers.TryAddWithoutValidation(WebhookHeaders.TimestampName, headers.Timestamp);
        request.Headers.TryAddWithoutValidation(WebhookHeaders.SignatureName, headers.Signature);
        return request;
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date > time.GetUtcNow() ? date - time.GetUtcNow() : null);

    private SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false, // "3xx: failure", and it would go round the check of the address
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = Lifetime,
        ConnectCallback = ConnectAsync,
        SslOptions = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = endpoint.Authority is { } authority
                ? new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority }, RevocationMode = X509RevocationMode.NoCheck } : null,
        },
    };

    // The address that is connected to is the one that was looked at: a name can't mean another one a moment later.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = found.Where(address => endpoint.AllowPrivate || PublicAddresses.Has(address)).ToArray();
        if (allowed.Length == 0) throw new PrivateAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class PrivateAddressException() : IOException("The name has no address that may be called.");
}
