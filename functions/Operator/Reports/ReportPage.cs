using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Operator.Reports;

/// <summary>Reports waiting to be pushed; the document's id is the sequence of the first.</summary>
/// <param name="Items">1 to 500.</param>
internal sealed record ReportPage(IReadOnlyList<OutcomeItem> Items)
{
    public const int MaxItems = 500;

    public static readonly DocumentSchema<ReportPage> Schema = new("report page", 1, OperatorJson.Default.ReportPage);
}
