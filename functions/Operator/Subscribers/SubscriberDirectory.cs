using Ascs.Operator.Keys;
using Ascs.Storage;

namespace Ascs.Operator.Subscribers;

/// <summary>Answers whose an identifier was and who holds a number, from the rows in force.</summary>
internal sealed class SubscriberDirectory(IDocumentStore store, OperatorKeys keys)
{
    // Replaced as a whole when an import flips the pointer.
    private volatile SubscriberHead? _head;
    private volatile bool _outdated;

    /// <summary>The rows in force; null before the first import.</summary>
    public SubscriberHead? Head => _head;

    /// <summary>True after a newer file was refused: the rows in force are not what the operator meant to have.</summary>
    public bool IsOutdated => _outdated;

    /// <summary>Reads the pointer.</summary>
    public async Task LoadAsync(CancellationToken ct) =>
        _head = (await store.ReadAsync(Containers.Heads, SubscriberHead.Current, SubscriberHead.Schema, ct))?.Value;

    /// <summary>Takes a pointer just written.</summary>
    public void Use(SubscriberHead head) => (_head, _outdated) = (head, false);

    /// <summary>Keeps the rows in force though a newer file is there.</summary>
    public void Refuse() => _outdated = true;

    /// <summary>The identifier's subscriber and number as of a time, or null.</summary>
    public Task<Holding?> FindAsync(Identifier identifier, DateTimeOffset asOf, CancellationToken ct) =>
        ReadAsync(head => FindAsync(head, identifier, asOf, ct), null);

    /// <summary>All known holders of each number; a number that is not there has none. Up to 1000 numbers.</summary>
    public Task<IReadOnlyDictionary<PhoneNumber, IReadOnlyList<Holding>>> HoldersAsync(IReadOnlyCollection<PhoneNumber> numbers, CancellationToken ct)
    {
        var none = new Dictionary<PhoneNumber, IReadOnlyList<Holding>>();
        return numbers.Count == 0 ? Task.FromResult<IReadOnlyDictionary<PhoneNumber, IReadOnlyList<Holding>>>(none) : ReadAsync(head => HoldersAsync(head, numbers, ct), none);
    }

    // Rows are removed once they are out of force: what was read of them meanwhile may lack some, and is read anew from those in force.
    private async Task<T> ReadAsync<T>(Func<SubscriberHead, Task<T>> read, T none)
    {
        while (_head is { } head)
        {
            var found = await read(head);
            if (_head == head) return found;
        }

        return none;
    }

    private async Task<Holding?> FindAsync(SubscriberHead head, Identifier identifier, DateTimeOffset asOf, CancellationToken ct)
    {
        var key = keys.Of(identifier);
        var place = Place(SubscriberBuckets.Identifiers, head.Version, key, head.IdentifierBits);
        if (await store.ReadAsync(Containers.Ciphertext, place, ct) is not { } bucket) return null;
        foreach (var row in SubscriberBuckets.RowsOf(keys, bucket, key))
            if (row.Covers(asOf)) return row;
        return null;
    }

    private async Task<IReadOnlyDictionary<PhoneNumber, IReadOnlyList<Holding>>> HoldersAsync(
        SubscriberHead head, IReadOnlyCollection<PhoneNumber> numbers, CancellationToken ct)
    {
        var found = new Dictionary<PhoneNumber, IReadOnlyList<Holding>>(numbers.Count);
        var sought = numbers.Select(n => (Number: n, Key: keys.Of(n))).ToArray();
        var places = sought.Select(s => Place(SubscriberBuckets.Numbers, head.Version, s.Key, head.NumberBits)).Distinct().ToArray();
        var buckets = (await store.ReadManyAsync(Containers.Ciphertext, places, ct)).ToDictionary(d => d.Key.Id);
        foreach (var (number, key) in sought)
            if (buckets.TryGetValue(SubscriberBuckets.Id(SubscriberBuckets.BucketOf(key, head.NumberBits)), out var bucket))
                found[number] = SubscriberBuckets.RowsOf(keys, bucket, key);
        return found;
    }

    private static DocumentKey Place(char index, string version, UInt128 key, int bits) =>
        new(SubscriberBuckets.Partition(index, version), SubscriberBuckets.Id(SubscriberBuckets.BucketOf(key, bits)));
}
