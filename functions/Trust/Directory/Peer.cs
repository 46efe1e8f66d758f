using Ascs.Contracts;

namespace Ascs.Trust.Directory;

/// <summary>A platform this one is paired with.</summary>
/// <param name="PlatId">Its id.</param>
/// <param name="Role">What it is to this platform.</param>
/// <param name="Name">For people and logs.</param>
/// <param name="Address">Root of its platform listener, https.</param>
/// <param name="CertificateThumbprint">SHA-256 of its certificate, 64 upper-case hex digits; pinned at pairing.</param>
/// <param name="EnterpriseId">The enterprise it acts for; set exactly for ENTERPRISE and BACK_OFFICE.</param>
/// <param name="OperatorId">The operator it is; set exactly for OPERATOR.</param>
/// <param name="PublicAddress">Root of its public listener, where people's browsers go; null when it has none.</param>
/// <param name="State">How things stand with it.</param>
/// <param name="Permissions">What it may do here; null or empty: nothing (CHEAA-4.1.2.3).</param>
/// <param name="Pairing">How often the two were paired: version of the secret they share. Both sides pair, so both count the same.</param>
public sealed record Peer(
    PlatId PlatId, Role Role, string Name, Uri Address, string CertificateThumbprint, EnterpriseId? EnterpriseId = null, OperatorId? OperatorId = null,
    Uri? PublicAddress = null, PeerState State = PeerState.Active, IReadOnlyList<Permission>? Permissions = null, int Pairing = 1);
