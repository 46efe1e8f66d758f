namespace Ascs.Contracts;

/// <summary>The AID and the proof that it and the authorisation are in the log.</summary>
/// <param name="V">1.</param>
/// <param name="AuthorisationId">The authorisation.</param>
/// <param name="Aid">The anonymous identifier.</param>
/// <param name="ConsentedAt">Consent date: the trusted party's receipt time.</param>
/// <param name="ExpiresAt">First instant at which the AID can't be used.</param>
/// <param name="Assurance">Assurance so far; the subscriber notice raises it later.</param>
/// <param name="Receipt">Proof of both leaves.</param>
public sealed record AuthoriseAnswer(
    int V, AuthorisationId AuthorisationId, Aid Aid, UnixTime ConsentedAt, UnixTime ExpiresAt, Assurance Assurance, EvidenceReceipt Receipt);
