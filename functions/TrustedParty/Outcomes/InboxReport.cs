using Ascs.Contracts;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>An operator's report, durable and not yet applied: container Work, partition `reports-OPERATOR`, id = `report-` and its first sequence in 15 digits.</summary>
/// <param name="First">Sequence of the first item.</param>
/// <param name="Signed">The report as evidence.</param>
/// <param name="Items">What it says.</param>
internal sealed record InboxReport(long First, ReportRef Signed, IReadOnlyList<OutcomeItem> Items)
{
    /// <summary>Sequence of the last item.</summary>
    public long Last() => First + Items.Count - 1;
}

/// <summary>How far an operator's reports are held: same partition, id = `head`; written in one commit with each report.</summary>
/// <param name="Through">Last sequence held.</param>
internal sealed record InboxHead(long Through);
