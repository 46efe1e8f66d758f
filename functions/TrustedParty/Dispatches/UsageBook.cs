using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Usage in the document store: read many, change many, each document by compare-and-swap.</summary>
internal sealed class UsageBook(IDocumentStore store, DispatchOptions options)
{
    private const int MostTries = 50;

    /// <summary>Usage of each tag; <see cref="Usage.None"/> for those without.</summary>
    public async Task<IReadOnlyDictionary<SubscriberTag, Usage>> ReadAsync(
        EnterpriseId enterprise, IReadOnlyCollection<SubscriberTag> tags, CancellationToken ct)
    {
        var stored = await ReadStoredAsync(tags, ct);
        return tags.ToDictionary(tag => tag, tag => stored.GetValueOrDefault(tag)?.Value ?? Usage.None(enterprise));
    }

    /// <summary>Entries of a page of older usage; none when it has expired.</summary>
    public async Task<IReadOnlyList<UsageEntry>> ReadPageAsync(SubscriberTag tag, int page, CancellationToken ct) =>
        (await store.ReadAsync(
            Containers.Heads, new DocumentKey(tag.ToString(), DispatchDocuments.UsagePage(page)), DispatchDocuments.UsagePageSchema, ct))?.Value ?? [];

    /// <summary>
    /// Changes the usage of every tag. Where somebody else was faster, that document is read and changed again: <paramref name="change"/> is called anew and
    /// must decide anew. It returns the same object to write nothing.
    /// </summary>
    public async Task ChangeAsync(
        EnterpriseId enterprise, IReadOnlyCollection<SubscriberTag> tags, Func<SubscriberTag, Usage, Usage> change, UnixTime now, CancellationToken ct)
    {
        for (var tries = 0; tags.Count > 0; tries++)
        {
            if (tries == MostTries) throw new StoreUnavailableException("a usage changes faster than it can be written");
            tags = await TryChangeAsync(enterprise, tags, change, now, ct);
        }
    }

    /// <summary>One try; the tags whose documents somebody else changed meanwhile.</summary>
    private async Task<IReadOnlyCollection<SubscriberTag>> TryChangeAsync(
        EnterpriseId enterprise, IReadOnlyCollection<SubscriberTag> tags, Func<SubscriberTag, Usage, Usage> change, UnixTime now, CancellationToken ct)
    {
        var stored = await ReadStoredAsync(tags, ct);
        var until = now.ToTime() + options.Retention;
        var changed = new List<SubscriberTag>(tags.Count);
        var writes = new List<(string, Write)>(tags.Count);
        var pages = new List<(string, Write)>();
        foreach (var tag in tags)
        {
            var before = stored.GetValueOrDefault(tag);
            var usage = before?.Value ?? Usage.None(enterprise);
            var after = change(tag, usage);
            if (ReferenceEquals(after, usage)) continue;
            (after, var page) = UsageRules.Overflow(after, now);
            if (page.Count > 0)
                pages.Add((tag.ToString(), DispatchDocuments.UsagePageSchema.Upsert(DispatchDocuments.UsagePage(after.Pages - 1), page, until)));
            changed.Add(tag);
            writes.Add((tag.ToString(), before is null
                ? DispatchDocuments.UsageSchema.Create(DispatchDocuments.Usage, after, until)
                : DispatchDocuments.UsageSchema.Replace(DispatchDocuments.Usage, after, before.ETag, until)));
        }

        // Pages first: a crash in between leaves entries in two places, never in none.
        if (pages.Count > 0) await store.WriteManyAsync(Containers.Heads, pages, ct);
        if (writes.Count == 0) return [];
        var outcomes = await store.WriteManyAsync(Containers.Heads, writes, ct);
        return [.. changed.Where((_, i) => outcomes[i] is WriteOutcome.Conflict)];
    }

    private async Task<Dictionary<SubscriberTag, Stored<Usage>>> ReadStoredAsync(IReadOnlyCollection<SubscriberTag> tags, CancellationToken ct)
    {
        DocumentKey[] keys = [.. tags.Select(DispatchDocuments.UsageOf)];
        var documents = await store.ReadManyAsync(Containers.Heads, keys, DispatchDocuments.UsageSchema, ct);
        return documents.ToDictionary(d => SubscriberTag.Parse(d.Key.Partition));
    }
}
