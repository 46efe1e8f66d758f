namespace Ascs.Contracts;

/// <summary>One block.</summary>
/// <param name="AuthorisationId">The authorisation.</param>
/// <param name="AlreadyHandedOver">Messages with a recorded intent and no final outcome.</param>
public sealed record BlockResult(AuthorisationId AuthorisationId, int AlreadyHandedOver);
