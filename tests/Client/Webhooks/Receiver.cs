using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Client.Tests.Webhooks;

/// <summary>A program that receives webhooks, on a real server.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private WebApplication app = null!;
    private HttpClient client = null!;

    public static WebhookSecret Secret { get; } = WebhookSecret.Create();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero));

    public ConcurrentQueue<AscsEvent> Handled { get; } = new();

    /// <summary>Sequences at which the handler fails.</summary>
    public ConcurrentDictionary<long, bool> Failing { get; } = new();

    public static async Task<Receiver> StartAsync(string? storeFile = null, params string[] more)
    {
        var receiver = new Receiver();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddAscsWebhooks(new AscsWebhookOptions { Secrets = [Secret.Reveal(), .. more], StoreFile = storeFile, Time = receiver.Time });
        builder.Services.AddSingleton(receiver).AddAscsEventHandler<Handler>();
        receiver.app = builder.Build();
        receiver.app.MapAscsWebhooks("/hooks/ascs");
        await receiver.app.StartAsync();
        receiver.client = new HttpClient { BaseAddress = new Uri(receiver.app.Urls.Single()) };
        return receiver;
    }

    public Task<int> PostAsync(params long[] sequences) => PostAsync(Body(sequences));

    public Task<int> PostAsync(byte[] body, WebhookSecret? secret = null) =>
        PostAsync(WebhookSignature.Sign([secret ?? Secret], "events-1", Time.GetUtcNow(), body), body);

    public async Task<int> PostAsync(WebhookHeaders headers, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/ascs") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation(WebhookHeaders.IdName, headers.Id);
        request.Headers.TryAddWithoutValidation(WebhookHeaders.TimestampName, headers.Timestamp);
        request.Headers.TryAddWithoutValidation(WebhookHeaders.SignatureName, headers.Signature);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    public static byte[] Body(params long[] sequences) => JsonSerializer.SerializeToUtf8Bytes(
        new EventsWebhook(
            EventsWebhook.EventsType, "2026-11-23T04:00:00.000Z",
            new EventBatch(1, EnterpriseId.Parse("hongyan-express"), [.. sequences.Select(Event)], sequences.Length == 0 ? 1 : sequences[^1] + 1)), WireOptions.Strict);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private static CloudEvent Event(long sequence) => new(
        "1.0", $"hongyan-express-{sequence}", "urn:ascs:trusted-party", sequence % 2 == 0 ? EventTypes.AidChanged : "ascs.later.v1",
        Aid.FromBytes(new byte[16]).ToString(), "2026-11-23T04:00:00.000Z", sequence,
        JsonDocument.Parse($$"""{"aid":"{{Aid.FromBytes(new byte[16])}}","state":"REVOKED","addedLater":1}""").RootElement);

    private sealed class Handler(Receiver receiver) : IAscsEventHandler
    {
        public Task HandleAsync(AscsEvent e, CancellationToken ct)
        {
            if (receiver.Failing.ContainsKey(e.Sequence)) throw new InvalidOperationException("The handler fails.");
            receiver.Handled.Enqueue(e);
            return Task.CompletedTask;
        }
    }
}
