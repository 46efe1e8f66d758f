using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>How one message or call to one AID ended: one leaf per AID and dispatch, refusals too (ISC-6.2.3.2).</summary>
/// <param name="Aid">The AID.</param>
/// <param name="Dispatch">Dispatch id.</param>
/// <param name="Template">Template id and version, "welcome@3".</param>
/// <param name="TemplateHash">SM3 of the approved template text (UTF-8).</param>
/// <param name="Content">The enterprise's salted commitment to the variables, as it was given; null when there are none.</param>
/// <param name="State">REFUSED, DELIVERED, FAILED, UNKNOWN, or SUBMITTED when no receipt came in time.</param>
/// <param name="Reason">Internal reason code; null when there is none.</param>
/// <param name="DecidedAt">When the outcome was decided.</param>
/// <param name="HandedOverAt">When the operator recorded the intent to hand over; null when it never did.</param>
/// <param name="RequestSignature">SM3 of the enterprise's author signature of the dispatch.</param>
/// <param name="ReportSignature">SM3 of the operator's author signature of the outcome batch; null for what the trusted party decided.</param>
/// <param name="Bound">Leaf hash of the AID's binding leaf.</param>
/// <param name="Supersedes">Leaf hash of the outcome leaf that this one corrects; null for the first.</param>
public sealed record OutcomeFacts(
    string Aid,
    string Dispatch,
    string Template,
    Hash256? TemplateHash,
    string? Content,
    string State,
    string? Reason,
    DateTimeOffset DecidedAt,
    DateTimeOffset? HandedOverAt,
    Hash256? RequestSignature,
    Hash256? ReportSignature,
    Hash256 Bound,
    Hash256? Supersedes) : LeafFacts(LeafKind.Outcome)
{
    /// <inheritdoc/>
    public override IReadOnlyList<FieldValue> Fields =>
    [
        Text(LeafField.Aid, Aid),
        Hash(LeafField.RequestSignature, RequestSignature),
        Text(LeafField.Dispatch, Dispatch),
        Text(LeafField.Template, Template),
        Hash(LeafField.TemplateHash, TemplateHash),
        Text(LeafField.Content, Content),
        Text(LeafField.State, State),
        Text(LeafField.Reason, Reason),
        Time(LeafField.DecidedAt, DecidedAt),
        Time(LeafField.HandedOverAt, HandedOverAt),
        Hash(LeafField.Link, Bound),
        Hash(LeafField.Supersedes, Supersedes),
        Hash(LeafField.ReportSignature, ReportSignature),
    ];
}
