using Ascs.Contracts;

namespace Ascs.Trust.Audit;

/// <summary>Where a trail ends: what the next batch is chained to.</summary>
/// <param name="Number">Of the newest batch; 0 before the first.</param>
/// <param name="Records">How many records the trail has had.</param>
/// <param name="Hash">SM3 of the newest batch, 64 lower-case hex digits.</param>
/// <param name="ExpiresAt">Until when the newest batch is kept.</param>
public sealed record AuditHead(long Number, long Records, string Hash, UnixTime ExpiresAt)
{
    /// <summary>Of an empty trail.</summary>
    public static AuditHead Empty { get; } = new(0, 0, new string('0', 64), default);
}
