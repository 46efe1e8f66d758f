using System.Text.RegularExpressions;
using Ascs.Storage;

namespace Ascs.Tests;

/// <summary>
/// Remembers in order what is asked of a store: the kind of act, the container, the shape of each place, and whether something was there (what is found is read
/// and parsed, so finding is work). For tests that two calls can't be told apart.
/// </summary>
internal sealed partial class WatchedStore(IDocumentStore inner) : IDocumentStore
{
    private readonly Lock gate = new();
    private readonly List<string> acts = []; // under gate

    /// <summary>What was asked up to this moment.</summary>
    public IReadOnlyList<string> Acts
    {
        get
        {
            lock (gate) return [.. acts];
        }
    }

    /// <summary>A text in which one id looks like the other: ids, tags and digests become `#`.</summary>
    public static string ShapeOf(string text) => Id().Replace(text, "#");

    public async Task<Document?> ReadAsync(Container container, DocumentKey key, CancellationToken ct = default)
    {
        var found = await inner.ReadAsync(container, key, ct);
        Note("Read", container, [PlaceOf(key, found is not null)]);
        return found;
    }

    public async Task<IReadOnlyList<Document>> ReadManyAsync(Container container, IReadOnlyCollection<DocumentKey> keys, CancellationToken ct = default)
    {
        var found = await inner.ReadManyAsync(container, keys, ct);
        var there = found.Select(document => document.Key).ToHashSet();
        Note("ReadMany", container, keys.Select(key => PlaceOf(key, there.Contains(key))));
        return found;
    }

    public async Task<CommitOutcome> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct = default)
    {
        var outcome = await inner.CommitAsync(container, partition, writes, ct);
        Note("Commit", container, writes.Select(write => PlaceOf(partition, write, outcome is CommitOutcome.Committed)));
        return outcome;
    }

    public async Task<IReadOnlyList<WriteOutcome>> WriteManyAsync(
        Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct = default)
    {
        var outcomes = await inner.WriteManyAsync(container, writes, ct);
        Note("WriteMany", container, writes.Zip(outcomes).Select(each => PlaceOf(each.First.Partition, each.First.Write, each.Second is not WriteOutcome.Conflict)));
        return outcomes;
    }

    public async Task<DocumentPage> RangeAsync(Container container, string partition, string fromId, string toId, int limit, CancellationToken ct = default)
    {
        var page = await inner.RangeAsync(container, partition, fromId, toId, limit, ct);
        Note("Range", container, [$"{partition}/{fromId}..{toId} {page.Items.Count} there"]);
        return page;
    }

    private static string PlaceOf(DocumentKey key, bool there) => $"{key.Partition}/{key.Id}{(there ? " there" : " absent")}";

    private static string PlaceOf(string partition, Write write, bool done) => $"{write.GetType().Name} {partition}/{write.Id}{(done ? "" : " conflict")}";

    private void Note(string kind, Container container, IEnumerable<string> places)
    {
        var act = ShapeOf($"{kind} {container.Name}: {string.Join(", ", places)}");
        lock (gate) acts.Add(act);
    }

    // Base64url of 16 and 32 bytes, some of it after a word; Crockford base32 of 128 bits.
    [GeneratedRegex("(?<=(code|grant)-)[0-9A-Za-z_-]{22,43}|(?<![0-9A-Za-z_-])[0-9A-Za-z_-]{43}(?![0-9A-Za-z_-])|[0-9A-HJKMNP-TV-Z]{26,27}")]
    private static partial Regex Id();
}
