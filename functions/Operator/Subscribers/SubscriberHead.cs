using Ascs.Storage;

namespace Ascs.Operator.Subscribers;

/// <summary>Which rows are in force. Writing it is the moment at which an import happens.</summary>
/// <param name="Version">Suffix of the partitions.</param>
/// <param name="IdentifierBits">Bits that name a bucket.</param>
/// <param name="NumberBits">Likewise.</param>
/// <param name="Lines">Lines of the file.</param>
/// <param name="Source">SM3 of the file, base64url: the same file is not imported twice.</param>
internal sealed record SubscriberHead(string Version, int IdentifierBits, int NumberBits, int Lines, string Source)
{
    public static readonly DocumentSchema<SubscriberHead> Schema = new("subscriber head", 1, OperatorJson.Default.SubscriberHead);

    /// <summary>The rows in force.</summary>
    public static readonly DocumentKey Current = new("subscribers", "current");

    /// <summary>Versions that were begun or put out of force and whose rows are still to be removed: one document each.</summary>
    public const string LeftPartition = "subscribers-left";
}
