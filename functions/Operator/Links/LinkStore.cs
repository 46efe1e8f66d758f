using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Operator.Links;

/// <summary>Link documents: container heads, one partition per tag.</summary>
internal sealed class LinkStore(IDocumentStore store)
{
    private const string Id = "link";
    private const int TriesBeforeGivingUp = 50;

    private static readonly DocumentSchema<Link> Schema = new("link", 1, OperatorJson.Default.Link);

    /// <summary>The links of up to 1000 tags; absent ones are left out.</summary>
    public async Task<Dictionary<SubscriberTag, Stored<Link>>> ReadAsync(IReadOnlyCollection<SubscriberTag> tags, CancellationToken ct)
    {
        var found = await store.ReadManyAsync(Containers.Heads, [.. tags.Select(t => new DocumentKey(t.ToString(), Id))], Schema, ct);
        return found.ToDictionary(s => SubscriberTag.Parse(s.Key.Partition));
    }

    /// <summary>Writes changed links; answers the tags whose link has changed meanwhile and was not written.</summary>
    public async Task<IReadOnlyList<SubscriberTag>> WriteAsync(IReadOnlyList<(SubscriberTag Tag, Link Link, string ETag)> links, CancellationToken ct)
    {
        if (links.Count == 0) return [];
        var outcomes = await store.WriteManyAsync(Containers.Heads, [.. links.Select(l => (l.Tag.ToString(), Schema.Replace(Id, l.Link, l.ETag)))], ct);
        return [.. links.Where((_, i) => outcomes[i] is WriteOutcome.Conflict).Select(l => l.Tag)];
    }

    /// <summary>Changes one link, making it if <paramref name="change"/> makes one of null; a null result leaves it as it is. Answers what is in force.</summary>
    public async Task<Link?> ChangeAsync(SubscriberTag tag, Func<Link?, Link?> change, CancellationToken ct)
    {
        var partition = tag.ToString();
        for (var tries = 0; tries < TriesBeforeGivingUp; tries++)
        {
            var before = await store.ReadAsync(Containers.Heads, new(partition, Id), Schema, ct);
            if (change(before?.Value) is not { } after) return before?.Value;
            var write = before is null ? Schema.Create(Id, after) : Schema.Replace(Id, after, before.ETag);
            if (await store.TryCommitAsync(Containers.Heads, partition, write, ct) is not null) return after;
        }

        throw new StoreUnavailableException("A link changed under every try to write it.");
    }
}
