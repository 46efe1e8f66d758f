using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>What a report makes of one line: REFUSED, or SUBMITTED &lt; UNKNOWN &lt; DELIVERED or FAILED; a lower one never replaces a higher one. Pure.</summary>
internal static class LineOutcomes
{
    private const int MostAttempts = 100;

    /// <summary>The line after the report; the same object when the report says nothing new about the order it is about.</summary>
    /// <param name="line">The line.</param>
    /// <param name="report">What the operator says.</param>
    /// <param name="now">Now.</param>
    /// <param name="place">Place of the report in the state.</param>
    public static SendLine After(SendLine line, LineReport report, UnixTime now, int place)
    {
        if (line.NotAfter is null || report.Order.Attempt != line.Attempt) return line;
        var held = line.Acked ? line : line with { Acked = true }; // who reports on an order has it
        return report.Kind switch
        {
            OutcomeKind.NotSent => AfterNotSent(line, report, now, place),
            OutcomeKind.Submitted => Advance(held, SendOutcome.Submitted, report, place),
            OutcomeKind.Unknown => Advance(held, SendOutcome.Unknown, report, place),
            OutcomeKind.Failed => Advance(held, SendOutcome.Failed, report, place),
            OutcomeKind.Delivered => Advance(held, SendOutcome.Delivered, report, place),
            OutcomeKind.Refused => Advance(held, SendOutcome.Refused, report, place),
            _ => line,
        };
    }

    // Proved that it was never handed over: it may be ordered again, as another attempt, while there is time. What was given up is never ordered again.
    private static SendLine AfterNotSent(SendLine line, LineReport report, UnixTime now, int place)
    {
        if (line.Fate is not null && !line.IsGivenUp) return line;
        return line.Fate is null && now < line.NotAfter!.Value && line.Attempt + 1 < MostAttempts
            ? line with { Attempt = line.Attempt + 1, Acked = false }
            : line with { Acked = true, Fate = new Fate(SendOutcome.Refused, report.At, [SendReason.TooLate], Report: place) };
    }

    private static SendLine Advance(SendLine line, SendOutcome outcome, LineReport report, int place)
    {
        if (Rank(line) >= RankOf(outcome) || (outcome is SendOutcome.Refused && Rank(line) > 0)) return line;
        var handedOver = outcome is SendOutcome.Refused ? default(UnixTime?) : line.Fate?.HandedOverAt ?? report.At;
        return line with { Fate = new Fate(outcome, report.At, report.Reason is { } reason ? [reason] : null, handedOver, place) };
    }

    private static int Rank(SendLine line) => line.Outcome is { } outcome && !line.IsGivenUp ? RankOf(outcome) : 0;

    private static int RankOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Submitted => 1,
        SendOutcome.Unknown => 2,
        _ => 3,
    };
}
