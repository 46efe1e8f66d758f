using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ascs.Contracts;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Gateway;

/// <summary>The handset's gateway API over HTTP, with a bearer secret.</summary>
internal sealed class HandsetGateway : ISmsGateway, IDisposable
{
    private const int EventsAtOnce = 1000;

    private static readonly TimeSpan SubmitPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PullPatience = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http;
    private readonly string _name;
    private readonly TimeProvider _time;

    public HandsetGateway(Uri root, string name, string secret, TimeProvider time)
    {
        (_name, _time) = (name, time);
        _http = new(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30), UseProxy = false, UseCookies = false })
        {
            BaseAddress = root,
            Timeout = Timeout.InfiniteTimeSpan, // each call has its own patience, by the given clock
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
    }

    /// <inheritdoc/>
    public async Task<HandOverOutcome> SubmitAsync(IReadOnlyList<GatewayMessage> messages, CancellationToken ct)
    {
        var body = new HandsetWire.Submit(
            _name, [.. messages.Select(m => new HandsetWire.Message(m.Order.ToString(), m.To.RevealForDelivery(), m.From.ToString(), m.Text))]);
        try
        {
            using var patience = new CancellationTokenSource(SubmitPatience, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
            using var answer = await PostAsync("gateway/v1/submit", body, HandsetJson.Default.Submit, both.Token);
            // 4xx: refused before anything was written. 5xx: "whether the request took effect is unknown".
            if (!answer.IsSuccessStatusCode) return (int)answer.StatusCode < 500 ? new HandOverOutcome.NothingTaken() : new HandOverOutcome.Lost();
            var results = (await answer.Content.ReadFromJsonAsync(HandsetJson.Default.Submitted, both.Token))?.Results;
            return results?.Count == messages.Count ? new HandOverOutcome.Answered([.. results.Select(r => r.Verdict == "accepted")]) : new HandOverOutcome.Lost();
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NetworkUnreachable })
        {
            return new HandOverOutcome.NothingTaken();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException or OperationCanceledException)
        {
            return new HandOverOutcome.Lost();
        }
    }

    /// <inheritdoc/>
    public async Task<GatewayNews?> PullAsync(long cursor, TimeSpan wait, CancellationToken ct)
    {
        try
        {
            using var patience = new CancellationTokenSource(wait + PullPatience, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
            var body = new HandsetWire.Pull(_name, cursor, EventsAtOnce, (int)wait.TotalMilliseconds);
            using var answer = await PostAsync("gateway/v1/pull", body, HandsetJson.Default.Pull, both.Token);
            if (!answer.IsSuccessStatusCode) return null;
            return await answer.Content.ReadFromJsonAsync(HandsetJson.Default.Pulled, both.Token) is { } pulled ? News(pulled) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync<T>(string route, T body, JsonTypeInfo<T> shape, CancellationToken ct)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, shape));
        content.Headers.ContentType = new("application/json", "utf-8");
        return await _http.PostAsync(new Uri(route, UriKind.Relative), content, ct);
    }

    // Events that are not ours to understand (a foreign message id, a number of another country) are passed over; the cursor goes on.
    private static GatewayNews News(HandsetWire.Pulled pulled)
    {
        var (receipts, replies) = (new List<GatewayReceipt>(pulled.Events.Count), new List<GatewayReply>());
        foreach (var item in pulled.Events)
        {
            var at = UnixTime.From(item.At);
            if (item.Kind == "receipt" && OrderId.TryParse(item.MessageId, out var order)) receipts.Add(new(order, item.Status == "DELIVERED", at));
            else if (item.Kind == "reply" && PhoneNumber.TryParse(item.From, out var from) && SenderId.TryParse(item.To, out var port))
                replies.Add(new(from, port, item.Text ?? "", at, item.Seq));
        }

        return new(receipts, replies, pulled.Next, pulled.Missed);
    }
}
