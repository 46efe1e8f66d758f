using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Ascs.Storage;

/// <summary>The limits of the port, in one place, so that every adapter refuses the same things. Breaking one is a bug of the caller.</summary>
public static class StoreLimits
{
    /// <summary>Longest partition or id, in characters.</summary>
    public const int MaxIdLength = 200;

    /// <summary>Most writes in one atomic commit (a Cosmos transactional batch has no more).</summary>
    public const int MaxWritesPerCommit = 100;

    /// <summary>Largest atomic commit and largest single write: bodies plus <see cref="WriteOverheadBytes"/> each (Cosmos refuses requests over 2 MB).</summary>
    public const int MaxCommitBytes = 2 * 1024 * 1024;

    /// <summary>What one write weighs beside its body: partition, id, etag, expiry and the envelope of an adapter.</summary>
    public const int WriteOverheadBytes = 1024;

    /// <summary>Most writes in one <see cref="IDocumentStore.WriteManyAsync"/>.</summary>
    public const int MaxWritesPerCall = 1000;

    /// <summary>Largest <see cref="IDocumentStore.WriteManyAsync"/>, weighed like a commit.</summary>
    public const int MaxCallBytes = 32 * 1024 * 1024;

    /// <summary>Most keys in one <see cref="IDocumentStore.ReadManyAsync"/>.</summary>
    public const int MaxKeysPerRead = 1000;

    /// <summary>Most documents in a page.</summary>
    public const int MaxPageItems = 1000;

    /// <summary>A page ends with the document whose body makes it this large.</summary>
    public const int MaxPageBytes = 4 * 1024 * 1024;

    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> LowerCaseLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    /// <summary>A container has a lower-case name of 1 to 40 letters and known rights.</summary>
    public static void CheckContainer(Container container)
    {
        ArgumentNullException.ThrowIfNull(container);
        Require(container.Name is { Length: >= 1 and <= 40 } && !container.Name.AsSpan().ContainsAnyExcept(LowerCaseLetters), "container name: 1 to 40 of a-z");
        Require(Enum.IsDefined(container.Rights), "container rights: unknown");
    }

    /// <summary>Checks a key to be read.</summary>
    public static void CheckKey(DocumentKey key)
    {
        CheckName(key.Partition, "partition");
        CheckName(key.Id, "id");
    }

    /// <summary>Checks the keys of a <see cref="IDocumentStore.ReadManyAsync"/>.</summary>
    public static void CheckReadMany(IReadOnlyCollection<DocumentKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Require(keys.Count <= MaxKeysPerRead, $"read of many: at most {MaxKeysPerRead} keys");
        foreach (var key in keys) CheckKey(key);
    }

    /// <summary>Checks a commit: rights, names, bodies, 1 to <see cref="MaxWritesPerCommit"/> writes, each document once, <see cref="MaxCommitBytes"/>.</summary>
    public static void CheckCommit(Container container, string partition, IReadOnlyList<Write> writes)
    {
        ArgumentNullException.ThrowIfNull(container);
        ArgumentNullException.ThrowIfNull(writes);
        CheckName(partition, "partition");
        Require(writes.Count is >= 1 and <= MaxWritesPerCommit, $"commit: 1 to {MaxWritesPerCommit} writes");
        var total = 0L;
        foreach (var write in writes) total += CheckWrite(container, write);
        Require(total <= MaxCommitBytes, $"commit: at most {MaxCommitBytes} bytes");
        Require(writes.Count == 1 || writes.Select(w => w.Id).Distinct(StringComparer.Ordinal).Count() == writes.Count, "commit: one write per document");
    }

    /// <summary>Checks a <see cref="IDocumentStore.WriteManyAsync"/>: rights, names, bodies, count, each document once, <see cref="MaxCallBytes"/>.</summary>
    public static void CheckWriteMany(Container container, IReadOnlyList<(string Partition, Write Write)> writes)
    {
        ArgumentNullException.ThrowIfNull(container);
        ArgumentNullException.ThrowIfNull(writes);
        Require(writes.Count <= MaxWritesPerCall, $"write of many: at most {MaxWritesPerCall} writes");
        var total = 0L;
        var seen = new HashSet<DocumentKey>(writes.Count);
        foreach (var (partition, write) in writes)
        {
            CheckName(partition, "partition");
            total += CheckWrite(container, write);
            Require(seen.Add(new(partition, write.Id)), "write of many: one write per document");
        }
        Require(total <= MaxCallBytes, $"write of many: at most {MaxCallBytes} bytes");
    }

    /// <summary>Checks a range. A bound is empty, or up to 201 id characters with an optional <c>~</c> at the end; see <see cref="IdRange"/>.</summary>
    public static void CheckRange(string partition, string fromId, string toId, int limit)
    {
        CheckName(partition, "partition");
        CheckBound(fromId);
        CheckBound(toId);
        Require(limit is >= 1 and <= MaxPageItems, $"range limit: 1 to {MaxPageItems}");
    }

    /// <summary>Checks one write and answers what it weighs.</summary>
    private static long CheckWrite(Container container, Write write)
    {
        ArgumentNullException.ThrowIfNull(write);
        CheckName(write.Id, "id");
        var weight = WriteOverheadBytes + write switch
        {
            Write.Create w => CheckBody(w.Body),
            Write.Replace w => CheckETag(w.ETag) + CheckBody(w.Body),
            Write.Upsert w => CheckBody(w.Body),
            Write.Delete w => w.ETag is null ? 0 : CheckETag(w.ETag),
            _ => throw new ArgumentException("write: unknown kind"),
        };
        Require(container.Rights != ContainerRights.CreateOnly || write is Write.Create { ExpiresAt: null },
            $"container {container.Name} is create-only: nothing in it is replaced, deleted or expires");
        Require(container.Rights != ContainerRights.KeptForATerm || write is Write.Create { ExpiresAt: not null },
            $"container {container.Name} keeps for a term: what is in it was created with the time it is kept until, and is neither replaced nor deleted");
        Require(weight <= MaxCommitBytes, $"write: at most {MaxCommitBytes} bytes");
        return weight;
    }

    private static long CheckETag(string etag)
    {
        Require(etag is { Length: >= 1 and <= 100 }, "etag: 1 to 100 characters, as read");
        return 0;
    }

    private static long CheckBody(ReadOnlyMemory<byte> body)
    {
        Require(Utf8.IsValid(body.Span), "body: not one UTF-8 JSON value");
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            while (reader.Read()) { }
        }
        catch (JsonException)
        {
            // The parser's message quotes the body; a body may hold what must not be logged.
            throw new ArgumentException("body: not one UTF-8 JSON value");
        }
        return body.Length;
    }

    private static void CheckBound(string bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        var name = bound.EndsWith('~') ? bound.AsSpan(0, bound.Length - 1) : bound;
        Require(name.Length <= MaxIdLength + 1 && !name.ContainsAnyExcept(IdCharacters), "range bound: up to 201 of [0-9A-Za-z_-], then ~ or nothing");
    }

    // The name itself stays out of the message: a log is no place for it.
    private static void CheckName(string name, string what) =>
        Require(name is { Length: >= 1 and <= MaxIdLength } && !name.AsSpan().ContainsAnyExcept(IdCharacters), $"{what}: 1 to {MaxIdLength} of [0-9A-Za-z_-]");

    // A plain text is passed as it is; an interpolated one is only built when the rule is broken.
    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new ArgumentException(rule);
    }

    private static void Require(bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] RuleText rule)
    {
        if (!holds) throw new ArgumentException(rule.ToString());
    }
}
