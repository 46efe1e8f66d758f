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
        var changes = new List<UsageChange>(tags.Count);
        foreach (var tag in tags)
        {
            var before = stored.GetValueOrDefault(tag);
            var usage = before?.Value ?? Usage.None(enterprise);
            var after = change(tag, usage);
            if (!ReferenceEquals(after, usage)) changes.Add(UsageChange.Plan(tag, before?.ETag, after, now, until));
        }

        // Pages first: a crash in between leaves entries in two places, never in none.
        await WriteAsync([.. changes.Where(c => c.Page is not null).Select(c => (c.Tag.ToString(), c.Page!))], ct);
        var outcomes = await WriteAsync([.. changes.Select(c => (c.Tag.ToString(), c.State))], ct);
        return [.. changes.Zip(outcomes).Where(c => c.Second is WriteOutcome.Conflict).Select(c => c.First.Tag)];
    }

    private async Task<IReadOnlyList<WriteOutcome>> WriteAsync(List<(string, Write)> writes, CancellationToken ct) =>
        writes.Count == 0 ? [] : await store.WriteManyAsync(Containers.Heads, writes, ct);

    private async Task<Dictionary<SubscriberTag, Stored<Usage>>> ReadStoredAsync(IReadOnlyCollection<SubscriberTag> tags, CancellationToken ct)
    {
        DocumentKey[] keys = [.. tags.Select(DispatchDocuments.UsageOf)];
        var documents = await store.ReadManyAsync(Containers.Heads, keys, DispatchDocuments.UsageSchema, ct);
        return documents.ToDictionary(d => SubscriberTag.Parse(d.Key.Partition));
    }
}
