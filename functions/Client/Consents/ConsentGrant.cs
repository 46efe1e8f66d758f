using Ascs.Contracts;

namespace Ascs.Client;

/// <summary>An authorisation, its receipt checked: both leaves are in a tree that the trusted party signed.</summary>
/// <param name="Aid">The anonymous identifier: what messages are sent to.</param>
/// <param name="AuthorisationId">The authorisation.</param>
/// <param name="ConsentedAt">Consent date.</param>
/// <param name="ExpiresAt">First instant at which the AID can't be used.</param>
/// <param name="Assurance">Assurance so far; a confirmed consent's rises when the operator's notice has arrived.</param>
/// <param name="LogIndex">Index of the AID's leaf in the log: what a person can quote.</param>
/// <param name="Receipt">The receipt; keep it.</param>
public sealed record ConsentGrant(
    Aid Aid, AuthorisationId AuthorisationId, UnixTime ConsentedAt, UnixTime ExpiresAt, Assurance Assurance, long LogIndex, EvidenceReceipt Receipt);
