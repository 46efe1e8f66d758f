namespace Ascs.Hosts.Handset.Control;

/// <summary>What passed through a gateway since the store was made.</summary>
/// <param name="Name">The gateway.</param>
/// <param name="Accepted">Messages taken.</param>
/// <param name="Rejected">Messages not taken.</param>
/// <param name="Receipts">Receipts reported.</param>
/// <param name="Replies">Replies reported.</param>
/// <param name="Owed">Receipts decided and not yet due; counted up to 10,000.</param>
public sealed record GatewayTotals(string Name, long Accepted, long Rejected, long Receipts, long Replies, long Owed);
