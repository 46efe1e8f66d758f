using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>A further, independent source confirmed the consent, for instance the subscriber notice that was delivered.</summary>
/// <param name="Authorisation">Authorisation id.</param>
/// <param name="Assurance">The assurance reached: BROWSER or SUBSCRIBER_NOTICE.</param>
/// <param name="By">Whose statement raised it, a PlatID.</param>
/// <param name="DecidedAt">When it was raised.</param>
/// <param name="ReportSignature">SM3 of that party's author signature, if there is one.</param>
/// <param name="Granted">Leaf hash of the authorisation's leaf.</param>
public sealed record AssuranceRaisedFacts(
    string Authorisation, string Assurance, string By, DateTimeOffset DecidedAt, Hash256? ReportSignature, Hash256 Granted)
    : LeafFacts(LeafKind.AssuranceRaised)
{
    /// <inheritdoc/>
    public override IReadOnlyList<FieldValue> Fields =>
    [
        Text(LeafField.Authorisation, Authorisation),
        Text(LeafField.Assurance, Assurance),
        Time(LeafField.DecidedAt, DecidedAt),
        Text(LeafField.By, By),
        Hash(LeafField.Link, Granted),
        Hash(LeafField.ReportSignature, ReportSignature),
    ];
}
