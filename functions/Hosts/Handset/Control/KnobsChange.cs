using Ascs.Hosts.Handset.Simulation;

namespace Ascs.Hosts.Handset.Control;

/// <summary>The knobs to turn; those left out stay as they are. Units and ranges as in <see cref="Knobs"/>.</summary>
internal sealed record KnobsChange(
    ulong? Seed = null, int? ReceiptDelayMinMilliseconds = null, int? ReceiptDelayMaxMilliseconds = null, double? ReceiptLossPercent = null,
    double? ReceiptDuplicatePercent = null, double? ReceiptLatePercent = null, int? ReceiptLateSeconds = null, double? FailurePercent = null,
    double? RefusePercent = null, int? AnswerDelayMilliseconds = null, int? CrashAfterMessages = null, CrashPoint? CrashPoint = null)
{
    internal Knobs ApplyTo(Knobs knobs) => knobs with
    {
        Seed = Seed ?? knobs.Seed,
        ReceiptDelayMinMilliseconds = ReceiptDelayMinMilliseconds ?? knobs.ReceiptDelayMinMilliseconds,
        ReceiptDelayMaxMilliseconds = ReceiptDelayMaxMilliseconds ?? knobs.ReceiptDelayMaxMilliseconds,
        ReceiptLossPercent = ReceiptLossPercent ?? knobs.ReceiptLossPercent,
        ReceiptDuplicatePercent = ReceiptDuplicatePercent ?? knobs.ReceiptDuplicatePercent,
        ReceiptLatePercent = ReceiptLatePercent ?? knobs.ReceiptLatePercent,
        ReceiptLateSeconds = ReceiptLateSeconds ?? knobs.ReceiptLateSeconds,
        FailurePercent = FailurePercent ?? knobs.FailurePercent,
        RefusePercent = RefusePercent ?? knobs.RefusePercent,
        AnswerDelayMilliseconds = AnswerDelayMilliseconds ?? knobs.AnswerDelayMilliseconds,
        CrashAfterMessages = CrashAfterMessages ?? knobs.CrashAfterMessages,
        CrashPoint = CrashPoint ?? knobs.CrashPoint,
    };
}
