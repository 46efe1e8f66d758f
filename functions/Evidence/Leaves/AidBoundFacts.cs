using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>An AID minted for an authorisation; its leaf comes after the authorisation's (ISC-6.2.2.1).</summary>
/// <param name="Aid">The AID.</param>
/// <param name="Authorisation">Authorisation id.</param>
/// <param name="Expiry">When the AID stops, exclusive: the authorisation's expiry.</param>
/// <param name="Granted">Leaf hash of the authorisation's leaf.</param>
public sealed record AidBoundFacts(string Aid, string Authorisation, DateTimeOffset Expiry, Hash256 Granted) : LeafFacts(LeafKind.AidBound)
{
    /// <inheritdoc/>
    public override IReadOnlyList<FieldValue> Fields =>
    [
        Text(LeafField.Aid, Aid),
        Text(LeafField.Authorisation, Authorisation),
        Time(LeafField.Expiry, Expiry),
        Hash(LeafField.Link, Granted),
    ];
}
