using System.Globalization;
using Ascs.Contracts;
using Ascs.Operator.Keys;
using Ascs.Operator.Subscribers;
using Ascs.Storage;

namespace Ascs.Operator.Links;

/// <summary>
/// Number → tags, for replies. Written when a subscriber is recognised, not per message: the link itself says which order was the newest of a port.
/// </summary>
internal sealed class NumberTags(IDocumentStore store, OperatorKeys keys)
{
    private const string Id = "tags";
    private const int TriesBeforeGivingUp = 50;

    private static readonly DocumentSchema<IReadOnlyList<SubscriberTag>> Schema = new("number tags", 1, OperatorJson.Default.IReadOnlyListSubscriberTag);

    /// <summary>The tags under which a number may have been written to.</summary>
    public async Task<IReadOnlyList<SubscriberTag>> OfAsync(PhoneNumber number, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Heads, new(Partition(number), Id), Schema, ct))?.Value ?? [];

    /// <summary>Adds a tag; durable when it returns.</summary>
    public async Task AddAsync(PhoneNumber number, SubscriberTag tag, CancellationToken ct)
    {
        var partition = Partition(number);
        for (var tries = 0; tries < TriesBeforeGivingUp; tries++)
        {
            var before = await store.ReadAsync(Containers.Heads, new(partition, Id), Schema, ct);
            if (before?.Value.Contains(tag) == true) return;
            var write = before is null ? Schema.Create(Id, [tag]) : Schema.Replace(Id, [.. before.Value, tag], before.ETag);
            if (await store.TryCommitAsync(Containers.Heads, partition, write, ct) is not null) return;
        }

        throw new StoreUnavailableException("A number's tags changed under every try to write them.");
    }

    private string Partition(PhoneNumber number) => "number-" + keys.Of(number).ToString("x32", CultureInfo.InvariantCulture);
}
