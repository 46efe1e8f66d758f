using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>
/// One leaf of version 1 (WIRE.md 3): what kind of thing happened, when, an id that says nothing, and salted commitments to everything else.
/// Nothing in it names a person, an AID or an enterprise. Immutable.
/// </summary>
public sealed class Leaf
{
    /// <summary>The version that is written and read.</summary>
    public const byte Version = 1;

    private const int HeaderLength = 1 + 2 + 8 + LeafId.Length + 1;
    private const int FieldLength = 1 + Hash256.Length;
    private readonly byte[] _bytes;

    private Leaf(byte[] bytes, LeafKind kind, DateTimeOffset time, LeafId id, FieldCommitment[] fields) =>
        (_bytes, Kind, Time, Id, Fields, Hash) = (bytes, kind, time, id, fields, Sha256TreeHash.Instance.Leaf(bytes));

    /// <summary>What happened; may be a kind that this version doesn't know.</summary>
    public LeafKind Kind { get; }

    /// <summary>When, by the log's clock, to the millisecond.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The leaf's id, unique in its log.</summary>
    public LeafId Id { get; }

    /// <summary>The commitments, by ascending field number.</summary>
    public IReadOnlyList<FieldCommitment> Fields { get; }

    /// <summary>The canonical bytes: the leaf's data in the tree.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The leaf hash under SHA-256 (RFC 9162 2.1.1): what goes into the tree and what later leaves link to.</summary>
    public Hash256 Hash { get; }

    /// <summary>Builds a leaf.</summary>
    /// <param name="facts">What to commit to.</param>
    /// <param name="id">Unique in the log.</param>
    /// <param name="time">Now, by the log's clock; cut to the millisecond.</param>
    /// <param name="key">The authorisation's key, or the log's own for leaves that belong to none.</param>
    public static Leaf Build(LeafFacts facts, LeafId id, DateTimeOffset time, LeafKey key)
    {
        var values = facts.Fields;
        var fields = new FieldCommitment[values.Count];
        using var salt = key.SaltOf(id);
        for (var i = 0; i < fields.Length; i++)
            fields[i] = new FieldCommitment(values[i].Field, Commitment.Of(salt.Of(values[i].Field), values[i].Field, values[i].Text));
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
        return new Leaf(Write(facts.Kind, instant, id, fields), facts.Kind, instant, id, fields);
    }

    /// <summary>Reads a leaf. Strict: what it accepts has exactly one form.</summary>
    /// <param name="bytes">The leaf's data.</param>
    /// <param name="leaf">The leaf when true. Its kind and fields may be ones that this version doesn't know.</param>
    /// <returns>False for another version, wrong lengths, fields out of order or twice.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Leaf? leaf)
    {
        leaf = null;
        if (bytes.Length < HeaderLength || bytes[0] != Version || bytes.Length != HeaderLength + (bytes[HeaderLength - 1] * FieldLength))
            return false;
        var kind = (LeafKind)BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]);
        var ms = BinaryPrimitives.ReadUInt64BigEndian(bytes[3..]);
        if (kind == 0 || ms > (ulong)DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            return false;
        var fields = new FieldCommitment[bytes[HeaderLength - 1]];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = bytes.Slice(HeaderLength + (i * FieldLength), FieldLength);
            fields[i] = new FieldCommitment((LeafField)field[0], new Hash256(field[1..]));
            if (fields[i].Field <= (i == 0 ? 0 : fields[i - 1].Field))
                return false; // ascending, each once
        }

        var id = new LeafId(bytes.Slice(11, LeafId.Length));
        leaf = new Leaf(bytes.ToArray(), kind, DateTimeOffset.FromUnixTimeMilliseconds((long)ms), id, fields);
        return true;
    }

    /// <summary>The commitment to a field; null when the leaf has none.</summary>
    /// <param name="field">Which field.</param>
    public Hash256? Find(LeafField field)
    {
        foreach (var f in Fields)
        {
            if (f.Field == field)
                return f.Commitment;
        }

        return null;
    }

    // WIRE.md 3.1
    private static byte[] Write(LeafKind kind, DateTimeOffset time, LeafId id, FieldCommitment[] fields)
    {
        var bytes = new byte[HeaderLength + (fields.Length * FieldLength)];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), (ushort)kind);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(3), checked((ulong)time.ToUnixTimeMilliseconds()));
        id.CopyTo(bytes.AsSpan(11));
        bytes[HeaderLength - 1] = checked((byte)fields.Length);
        for (var i = 0; i < fields.Length; i++)
        {
            var at = HeaderLength + (i * FieldLength);
            bytes[at] = (byte)fields[i].Field;
            fields[i].Commitment.CopyTo(bytes.AsSpan(at + 1));
        }

        return bytes;
    }
}
