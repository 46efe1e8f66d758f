namespace Ascs.Contracts;

/// <summary>Nothing more under this authorisation.</summary>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="Tag">The subscriber's tag.</param>
/// <param name="AuthorisationId">The authorisation.</param>
/// <param name="By">Who withdrew it.</param>
public sealed record Block(EnterpriseId EnterpriseId, SubscriberTag Tag, AuthorisationId AuthorisationId, RevokedBy By);
