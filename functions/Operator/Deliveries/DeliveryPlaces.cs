using System.Globalization;
using Ascs.Storage;

namespace Ascs.Operator.Deliveries;

/// <summary>
/// Where deliveries lie: one partition of container work, so that states, reports and the gateway's cursor change in one commit.
/// </summary>
internal static class DeliveryPlaces
{
    public const string Partition = "deliveries";

    /// <summary>Orders of an open chunk.</summary>
    public const string Orders = "o-";

    /// <summary>States of an open chunk.</summary>
    public const string States = "s-";

    /// <summary>A chunk that was ever taken in: made with its orders, so that no repeated call can make them again, kept beyond its end.</summary>
    public const string Done = "d-";

    /// <summary>Reports to be pushed.</summary>
    public const string Reports = "r-";

    /// <summary>The next sequence.</summary>
    public const string Head = "head";

    /// <summary>How the sequences are the trusted party's.</summary>
    public const string Stream = "stream";

    /// <summary>How far the gateway's events were taken over.</summary>
    public const string Cursor = "cursor";

    /// <summary>How long a closed chunk answers a repeated call.</summary>
    public static TimeSpan DoneKept { get; } = TimeSpan.FromDays(2);

    /// <summary>The id of a report; ordinal order is sequence order.</summary>
    public static string Report(long sequence) => Reports + sequence.ToString("D15", CultureInfo.InvariantCulture);

    public static DocumentKey Key(string id) => new(Partition, id);

    /// <summary>A document that says nothing but that it is there.</summary>
    public static ReadOnlyMemory<byte> Mark { get; } = "{}"u8.ToArray();
}
