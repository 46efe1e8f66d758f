namespace Ascs.Hosts.Handset.Simulation;

/// <summary>
/// Everything one may ask the simulated gateway to do wrong. Percentages are 0..100 and drawn per hand-over from <see cref="Seed"/>,
/// the gateway name, the message id and the attempt, so the same hand-over meets the same fate in every run, in any order of arrival.
/// Knobs live as long as the process; a restart returns to the ones it was started with.
/// </summary>
public sealed record Knobs
{
    /// <summary>Start of the dice; the same seed repeats the same fates.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Shortest time from hand-over to delivery on the phone, in milliseconds, 0..3,600,000.</summary>
    public int ReceiptDelayMinMilliseconds { get; init; } = 200;

    /// <summary>Longest time from hand-over to delivery on the phone, in milliseconds, not below the shortest.</summary>
    public int ReceiptDelayMaxMilliseconds { get; init; } = 1500;

    /// <summary>Share of receipts that never come, though the message arrived (or failed).</summary>
    public double ReceiptLossPercent { get; init; }

    /// <summary>Share of receipts that come twice.</summary>
    public double ReceiptDuplicatePercent { get; init; }

    /// <summary>Share of receipts that come <see cref="ReceiptLateSeconds"/> after the delivery they report.</summary>
    public double ReceiptLatePercent { get; init; }

    /// <summary>How late a late receipt is, in seconds, 0..2,592,000 (30 days).</summary>
    public int ReceiptLateSeconds { get; init; }

    /// <summary>Share of accepted messages that end FAILED with a code.</summary>
    public double FailurePercent { get; init; }

    /// <summary>Share of messages the gateway rejects at once with REFUSED_BY_GATEWAY.</summary>
    public double RefusePercent { get; init; }

    /// <summary>Time between the durable hand-over and its answer, in milliseconds, 0..600,000.</summary>
    public int AnswerDelayMilliseconds { get; init; }

    /// <summary>Kill this process with SIGKILL when this many messages were handed over since the knob was set; 0 = never.</summary>
    public int CrashAfterMessages { get; init; }

    /// <summary>On which side of the commit the kill falls.</summary>
    public CrashPoint CrashPoint { get; init; }

    /// <summary>Names (in the JSON spelling) and rules of the values that are out of range; empty when all is well.</summary>
    public IReadOnlyList<KnobFault> Faults() =>
    [
        .. Between("receiptDelayMinMilliseconds", ReceiptDelayMinMilliseconds, 0, 3_600_000),
        .. Between("receiptDelayMaxMilliseconds", ReceiptDelayMaxMilliseconds, ReceiptDelayMinMilliseconds, 3_600_000),
        .. Between("receiptLossPercent", ReceiptLossPercent, 0, 100),
        .. Between("receiptDuplicatePercent", ReceiptDuplicatePercent, 0, 100),
        .. Between("receiptLatePercent", ReceiptLatePercent, 0, 100),
        .. Between("receiptLateSeconds", ReceiptLateSeconds, 0, 2_592_000),
        .. Between("failurePercent", FailurePercent, 0, 100),
        .. Between("refusePercent", RefusePercent, 0, 100),
        .. Between("answerDelayMilliseconds", AnswerDelayMilliseconds, 0, 600_000),
        .. Between("crashAfterMessages", CrashAfterMessages, 0, int.MaxValue),
    ];

    // NaN is inside nothing.
    private static IEnumerable<KnobFault> Between(string name, double value, double low, double high)
    {
        if (value >= low && value <= high) yield break;
        yield return new KnobFault(name, FormattableString.Invariant($"must be between {low} and {high}"), FormattableString.Invariant($"应在 {low} 到 {high} 之间"));
    }
}
