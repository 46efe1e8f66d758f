using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>An authorisation that ran out (ISC-6.1.2.1). It stopped at its expiry; the leaf only records that the sweep saw it.</summary>
/// <param name="Aid">The AID that stopped; null when none was minted.</param>
/// <param name="Authorisation">Authorisation id.</param>
/// <param name="Expiry">End of the term.</param>
/// <param name="Granted">Leaf hash of the authorisation's leaf.</param>
public sealed record ExpiredFacts(string? Aid, string Authorisation, DateTimeOffset Expiry, Hash256 Granted) : LeafFacts(LeafKind.AuthorisationExpired)
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
