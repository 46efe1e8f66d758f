using Ascs.Client.Events;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.Trust.Webhooks;

namespace Ascs.Client.Webhooks;

/// <summary>Secrets and memory of a receiver of webhooks.</summary>
internal sealed class WebhookIntake : IAsyncDisposable
{
    private readonly SqliteDocumentStore? file;
    private readonly WebhookSecret[] secrets;
    private readonly TimeProvider time;

    /// <exception cref="ArgumentException">No secret, or a text that is none; it is not told which.</exception>
    public WebhookIntake(AscsWebhookOptions options)
    {
        secrets = [.. options.Secrets.Select(text => WebhookSecret.Parse(text) ?? throw new ArgumentException("A webhook secret is whsec_ and the base64 of 24 to 64 bytes."))];
        if (secrets.Length == 0)
            throw new ArgumentException("A receiver of webhooks has a secret.");
        time = options.Time;
        file = options.StoreFile is { } path ? SqliteDocumentStore.Open(new SqliteStoreOptions(path, Containers.Main) { Time = time }) : null;
        Events = new EventIntake(file ?? (IDocumentStore)new InMemoryDocumentStore(time), "webhook");
    }

    public EventIntake Events { get; }

    public WebhookFault? Check(WebhookHeaders headers, ReadOnlySpan<byte> body) => WebhookSignature.Verify(secrets, headers, body, time.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        Events.Dispose();
        await (file?.DisposeAsync() ?? default);
        foreach (var secret in secrets) secret.Dispose();
    }
}
