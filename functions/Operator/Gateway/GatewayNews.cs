namespace Ascs.Operator.Gateway;

/// <summary>What happened at the gateway.</summary>
/// <param name="Receipts">In order.</param>
/// <param name="Replies">In order.</param>
/// <param name="Next">The cursor after them.</param>
/// <param name="Missed">Events the gateway no longer had.</param>
internal sealed record GatewayNews(IReadOnlyList<GatewayReceipt> Receipts, IReadOnlyList<GatewayReply> Replies, long Next, long Missed);
