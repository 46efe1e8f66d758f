using Ascs.Contracts;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>
/// An AID and whose it is: only together they lead to its record. Also what leads from an authorisation to its AID: container Heads, partition = the authorisation,
/// id = `aid`.
/// </summary>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="Aid">The AID.</param>
internal sealed record OwnedAid(EnterpriseId EnterpriseId, Aid Aid);
