using Ascs.Storage;

namespace Ascs.Operator.Reports;

/// <summary>The next report's sequence, from 1; written with every page, so that sequences have no gaps and never repeat.</summary>
/// <param name="Next">The next sequence.</param>
internal sealed record ReportHead(long Next)
{
    public static readonly DocumentSchema<ReportHead> Schema = new("report head", 1, OperatorJson.Default.ReportHead);

    public static readonly DocumentSchema<long> CursorSchema = new("gateway cursor", 1, OperatorJson.Default.Int64);
}
