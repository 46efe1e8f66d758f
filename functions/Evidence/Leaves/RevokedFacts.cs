using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Leaves;

/// <summary>A cancelled authorisation: evidence state and AID became invalid (ISC-6.2.1.2).</summary>
/// <param name="Aid">The AID that stopped; null when none was minted.</param>
/// <param name="Authorisation">Authorisation id.</param>
/// <param name="By">Who asked: a PlatID or a role.</param>
/// <param name="Reason">Internal reason code, for instance the channel or the keyword class.</param>
/// <param name="RevokedAt">When it took effect.</param>
/// <param name="RequestSignature">SM3 of the author signature of the request, if it came as a signed call.</param>
/// <param name="Granted">Leaf hash of the authorisation's leaf.</param>
public sealed record RevokedFacts(
    string? Aid, string Authorisation, string By, string Reason, DateTimeOffset RevokedAt, Hash256? RequestSignature, Hash256 Granted)
    : LeafFacts(LeafKind.AuthorisationRevoked)
{
    /// <inheritdoc/>
    public override IReadOnlyList<FieldValue> Fields =>
    [
        Text(LeafField.Aid, Aid),
        Text(LeafField.Authorisation, Authorisation),
        Hash(LeafField.RequestSignature, RequestSignature),
        Text(LeafField.Reason, Reason),
        Time(LeafField.DecidedAt, RevokedAt),
        Text(LeafField.By, By),
        Hash(LeafField.Link, Granted),
    ];
}
