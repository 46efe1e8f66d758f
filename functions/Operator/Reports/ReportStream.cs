using Ascs.Storage;

namespace Ascs.Operator.Reports;

/// <summary>How our sequences are the trusted party's. Pure.</summary>
/// <param name="Shift">Its sequence less ours: 0 unless the store went back to a backup.</param>
/// <param name="Offered">Its sequence of the last report that was ever sent from this store; kept before the call, so that it can't hold more.</param>
internal sealed record ReportStream(long Shift, long Offered)
{
    public static readonly DocumentSchema<ReportStream> Schema = new("report stream", 1, OperatorJson.Default.ReportStream);

    /// <summary>Before the first call.</summary>
    public static ReportStream New { get; } = new(0, 0);

    /// <summary>About to send up to a sequence.</summary>
    public ReportStream Offering(long last) => this with { Offered = Math.Max(Offered, last) };

    /// <summary>
    /// It holds up to a sequence. More than this store ever sent was sent before the store went back: those places are taken, and what follows is numbered behind
    /// them. What was sent before the copy and held since stays held.
    /// </summary>
    public ReportStream Hearing(long through) => through > Offered ? new(Shift + through - Offered, through) : this;
}
