using Ascs.Contracts;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>A withdrawal under way: container Work, partition `revocations`, id = the authorisation. It goes when the home operator has recorded the block.</summary>
/// <param name="Aid">The AID.</param>
/// <param name="By">Who asked.</param>
/// <param name="Author">`ascs-author` of the request, when it came as a signed call.</param>
/// <param name="AskedAt">When.</param>
internal sealed record Revocation(Aid Aid, RevokedBy By, string? Author, UnixTime AskedAt);
