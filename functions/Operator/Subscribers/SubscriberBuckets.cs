using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ascs.Operator.Keys;
using Ascs.Storage;

namespace Ascs.Operator.Subscribers;

/// <summary>
/// How an index lies in the store: rows whose keys share their first bits lie in one sealed document (about 16 rows, 1 kB). Keys are uniform, so buckets are
/// even; bucket order is key order, so an import only ever appends.
/// </summary>
internal static class SubscriberBuckets
{
    public const char Identifiers = 'i';
    public const char Numbers = 'n';
    private const int RowLength = 16 + 16 + 8 + 4 + 4;
    private const int RowsAimedAt = 16;

    private static readonly DocumentSchema<string> Schema = new("subscribers", 1, OperatorJson.Default.String);

    /// <summary>How many first bits name a bucket.</summary>
    public static int BitsFor(int rows)
    {
        var bits = 0;
        while (rows >> bits > RowsAimedAt && bits < 28) bits++;
        return bits;
    }

    public static uint BucketOf(UInt128 key, int bits) => bits == 0 ? 0 : (uint)(key >> (128 - bits));

    public static string Partition(char index, string version) => $"{index}-{version}";

    public static string Id(uint bucket) => bucket.ToString("x8", CultureInfo.InvariantCulture);

    public static Write ToWrite(OperatorKeys keys, string partition, uint bucket, ReadOnlySpan<IndexRow> rows)
    {
        var bytes = new byte[rows.Length * RowLength];
        for (var i = 0; i < rows.Length; i++) Put(rows[i], bytes.AsSpan(i * RowLength));
        var id = Id(bucket);
        return Schema.Upsert(id, keys.SealAtRest(bytes, Place(partition, id)));
    }

    /// <summary>The rows of one key in a bucket.</summary>
    public static IReadOnlyList<Holding> RowsOf(OperatorKeys keys, Document document, UInt128 key)
    {
        var bytes = keys.OpenAtRest(Schema.FromBody(document.Body), Place(document.Key.Partition, document.Key.Id)).AsSpan();
        var found = new List<Holding>(1);
        for (; bytes.Length >= RowLength; bytes = bytes[RowLength..])
            if (BinaryPrimitives.ReadUInt128BigEndian(bytes) == key) found.Add(Get(bytes));
        return found;
    }

    private static void Put(IndexRow row, Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, row.Key);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], row.Holding.Subscriber.Value);
        BinaryPrimitives.WriteInt64BigEndian(bytes[32..], row.Holding.Number.ToStored());
        BinaryPrimitives.WriteUInt32BigEndian(bytes[40..], row.Holding.From);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[44..], row.Holding.To);
    }

    private static Holding Get(ReadOnlySpan<byte> bytes) =>
        PhoneNumber.TryFrom(BinaryPrimitives.ReadInt64BigEndian(bytes[32..]), out var number)
            ? new(new(BinaryPrimitives.ReadUInt128BigEndian(bytes[16..])), number, BinaryPrimitives.ReadUInt32BigEndian(bytes[40..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[44..]))
            : throw new InvalidDataException("A stored subscriber row holds no number.");

    private static byte[] Place(string partition, string id) => Encoding.ASCII.GetBytes($"{partition}/{id}");
}
