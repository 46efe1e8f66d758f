using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Operator.Reports;

/// <summary>Reports waiting to be pushed; the document's id is the sequence of the first.</summary>
/// <param name="Items">1 to 500.</param>
internal sealed record ReportPage(IReadOnlyList<OutcomeItem> Items)
{
    public const int MaxItems = 500;

    public static readonly DocumentSchema<ReportPage> Schema = new("report page", 1, OperatorJson.Default.ReportPage);

    private const int BytesBesideReply = 300;

    /// <summary>At most so many bytes as JSON.</summary>
    public static int BytesOf(OutcomeItem item) => BytesBesideReply + (item.Reply?.Length ?? 0);

    /// <summary>
    /// What is left of an item that the trusted party refuses, so that its sequence is taken and those behind it come through: an opt-out stays one, an outcome
    /// becomes UNKNOWN.
    /// </summary>
    public static OutcomeItem Bare(OutcomeItem item) => item.Kind is OutcomeKind.Reply or OutcomeKind.OptOut
        ? item with { OrderId = null, Reason = null, Reply = null }
        : new(OutcomeKind.Unknown, item.At, item.OrderId, item.AuthorisationId);
}
