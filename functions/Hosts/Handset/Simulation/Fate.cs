namespace Ascs.Hosts.Handset.Simulation;

/// <summary>
/// What becomes of one hand-over, decided in full when it arrives: from then on it is only carried out. Times are milliseconds since
/// the Unix epoch. The code is the failure code or the reason of the rejection; the receipts are the moments at which the gateway reports:
/// none when lost, two when doubled.
/// </summary>
internal readonly record struct Fate(Ending Ending, long At, string? Code, long? Receipt, long? SecondReceipt)
{
    private static readonly string[] FailureCodes = ["ABSENT_SUBSCRIBER", "MEMORY_FULL", "UNKNOWN_SUBSCRIBER", "NETWORK_ERROR"];

    internal static Fate Decide(Knobs knobs, string gateway, string messageId, int attempt, long now, long? validUntil)
    {
        var dice = Dice.For(knobs.Seed, gateway, messageId, attempt);
        // Every throw is made, in this order, whether or not it is needed: turning one knob changes nothing else.
        var refused = dice.Hits(knobs.RefusePercent);
        var failed = dice.Hits(knobs.FailurePercent);
        var delay = dice.Between(knobs.ReceiptDelayMinMilliseconds, knobs.ReceiptDelayMaxMilliseconds);
        var lost = dice.Hits(knobs.ReceiptLossPercent);
        var doubled = dice.Hits(knobs.ReceiptDuplicatePercent);
        var late = dice.Hits(knobs.ReceiptLatePercent);
        var code = FailureCodes[dice.Between(0, FailureCodes.Length - 1)];
        var again = dice.Between(0, 1000);

        if (validUntil <= now) return new Fate(Ending.Rejected, now, "VALIDITY_PASSED", null, null);
        if (refused) return new Fate(Ending.Rejected, now, "REFUSED_BY_GATEWAY", null, null);
        var (ending, at) = validUntil < now + delay ? (Ending.Expired, validUntil.Value) : (failed ? Ending.Failed : Ending.Delivered, now + delay);
        long? receipt = lost ? null : at + (late ? knobs.ReceiptLateSeconds * 1000L : 0);
        return new Fate(ending, at, ending == Ending.Failed ? code : null, receipt, doubled ? receipt + again : null);
    }
}
