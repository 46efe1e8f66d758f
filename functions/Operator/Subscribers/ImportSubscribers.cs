using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Operator.Keys;
using Ascs.Storage;

namespace Ascs.Operator.Subscribers;

/// <summary>
/// Imports a subscriber file as a whole. Order of writes: (1) the new version is noted as left over, (2) its rows, (3) the head points at it, (4) the former
/// version is noted and removed. A crash before 3 leaves the former rows in force and the note; the next import removes what the notes name.
/// </summary>
internal sealed class ImportSubscribers(IDocumentStore store, OperatorKeys keys, SubscriberDirectory directory, IdSource ids)
{
    private const int WritesAtOnce = StoreLimits.MaxWritesPerCall;

    /// <summary>Reads, checks and imports a file; the file is read twice, once to know it again.</summary>
    public async Task<ImportOutcome> FromFileAsync(string path, CancellationToken ct)
    {
        var source = Base64Url.EncodeToString(await DigestAsync(path, ct));
        if (directory.Head is { } head && head.Source == source)
        {
            directory.Use(head);
            return new ImportOutcome.Unchanged(head.Version);
        }

        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: false));
        return await FromAsync(reader, source, ct);
    }

    /// <summary>Imports from a text.</summary>
    public async Task<ImportOutcome> FromAsync(TextReader reader, string source, CancellationToken ct)
    {
        var rows = new SubscriberRows(keys);
        await rows.ReadAsync(reader, ct);
        if (rows.Faults is { Count: > 0 } faults)
        {
            directory.Refuse();
            return new ImportOutcome.Refused(faults);
        }

        await directory.LoadAsync(ct); // a head whose writing was reported lost may be there all the same
        await RemoveLeftAsync(ct);
        var next = new SubscriberHead(
            ids.Next(), SubscriberBuckets.BitsFor(rows.Identifiers.Count), SubscriberBuckets.BitsFor(rows.Numbers.Count), rows.Lines, source);
        await NoteLeftAsync(next.Version, ct); // 1
        await WriteAsync(SubscriberBuckets.Partition(SubscriberBuckets.Identifiers, next.Version), next.IdentifierBits, rows.Identifiers, ct); // 2
        await WriteAsync(SubscriberBuckets.Partition(SubscriberBuckets.Numbers, next.Version), next.NumberBits, rows.Numbers, ct);
        var former = directory.Head;
        await store.CommitAsync(Containers.Heads, SubscriberHead.Current.Partition, [SubscriberHead.Schema.Upsert(SubscriberHead.Current.Id, next)], ct); // 3
        directory.Use(next);
        if (former is not null) await NoteLeftAsync(former.Version, ct); // 4
        await RemoveLeftAsync(ct);
        return new ImportOutcome.Imported(next.Version, rows.Lines);
    }

    private async Task WriteAsync(string partition, int bits, List<IndexRow> rows, CancellationToken ct)
    {
        var writes = new List<(string, Write)>(WritesAtOnce);
        for (var start = 0; start < rows.Count;)
        {
            var bucket = SubscriberBuckets.BucketOf(rows[start].Key, bits);
            var end = start + 1;
            while (end < rows.Count && SubscriberBuckets.BucketOf(rows[end].Key, bits) == bucket) end++;
            writes.Add((partition, SubscriberBuckets.ToWrite(keys, partition, bucket, CollectionsMarshal.AsSpan(rows)[start..end])));
            start = end;
            if (writes.Count == WritesAtOnce) await FlushAsync(writes, ct);
        }

        await FlushAsync(writes, ct);
    }

    private async Task FlushAsync(List<(string, Write)> writes, CancellationToken ct)
    {
        if (writes.Count > 0) await store.WriteManyAsync(Containers.Ciphertext, writes, ct);
        writes.Clear();
    }

    private async Task NoteLeftAsync(string version, CancellationToken ct) =>
        await store.CommitAsync(Containers.Heads, SubscriberHead.LeftPartition, [new Write.Upsert(version, "{}"u8.ToArray())], ct);

    private async Task RemoveLeftAsync(CancellationToken ct)
    {
        var left = await store.RangeAsync(Containers.Heads, SubscriberHead.LeftPartition, IdRange.First, IdRange.End, StoreLimits.MaxPageItems, ct);
        foreach (var note in left.Items)
        {
            // The version in force is noted too, from before its head was written.
            if (note.Key.Id != directory.Head?.Version)
            {
                await RemoveAsync(SubscriberBuckets.Partition(SubscriberBuckets.Identifiers, note.Key.Id), ct);
                await RemoveAsync(SubscriberBuckets.Partition(SubscriberBuckets.Numbers, note.Key.Id), ct);
            }

            await store.CommitAsync(Containers.Heads, SubscriberHead.LeftPartition, [new Write.Delete(note.Key.Id)], ct);
        }
    }

    private async Task RemoveAsync(string partition, CancellationToken ct)
    {
        for (var more = true; more;)
        {
            var page = await store.RangeAsync(Containers.Ciphertext, partition, IdRange.First, IdRange.End, StoreLimits.MaxPageItems, ct);
            if (page.Items.Count > 0) await store.WriteManyAsync(Containers.Ciphertext, [.. page.Items.Select(d => (partition, (Write)new Write.Delete(d.Key.Id)))], ct);
            more = page.NextFromId is not null;
        }
    }

    // SM3 over the SHA-256 of the file: the framework hashes streams fast, and the source only tells files apart.
    private static async Task<byte[]> DigestAsync(string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        return Sm3.Hash(await System.Security.Cryptography.SHA256.HashDataAsync(stream, ct));
    }
}
