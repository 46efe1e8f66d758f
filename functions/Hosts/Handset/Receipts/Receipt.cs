namespace Ascs.Hosts.Handset.Receipts;

/// <summary>A receipt that is owed: when, to whom, and what it will say. Times in milliseconds since the Unix epoch.</summary>
internal readonly record struct Receipt(long Due, long Item, long Gateway, string MessageId, int Ending, string? Code, long At);

/// <summary>What one step of the release did.</summary>
internal readonly record struct Released(IReadOnlyList<long> Gateways, bool More, long? NextDue);
