using System.Text.Json.Serialization;
using Ascs.Storage;

namespace Ascs.Enterprise.Webhooks;

/// <summary>Cursors of the targets: container Work, partition `webhooks`, id the target's name.</summary>
internal sealed class WebhookCursors(IDocumentStore store)
{
    private const string Partition = "webhooks";
    private static readonly DocumentSchema<WebhookCursor> Schema = new("webhook cursor", 1, WebhookJson.Default.WebhookCursor);

    public async Task<WebhookCursor> ReadAsync(string target, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Work, new DocumentKey(Partition, target), Schema, ct))?.Value ?? new WebhookCursor(0, 0);

    public Task WriteAsync(string target, WebhookCursor cursor, CancellationToken ct) =>
        store.CommitAsync(Containers.Work, Partition, [Schema.Upsert(target, cursor)], ct);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WebhookCursor))]
internal sealed partial class WebhookJson : JsonSerializerContext;
