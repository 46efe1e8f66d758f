using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;

namespace Ascs.Hosts.Local.Setup;

/// <summary>Who is paired with whom in the sample.</summary>
internal static class Pairing
{
    /// <summary>True when the one holds the other's certificate and key statements.</summary>
    public static bool Knows(MadeParty one, MadeParty other) => Talk(one, other) || (Kinds(one, other) is (PartyKind.Enterprise, PartyKind.Operator) or (PartyKind.Operator, PartyKind.Enterprise));

    /// <summary>True when the two call each other: they share a secret.</summary>
    public static bool Talk(MadeParty one, MadeParty other) => Kinds(one, other) switch
    {
        (PartyKind.TrustedParty, PartyKind.Enterprise or PartyKind.Operator) or (PartyKind.Enterprise or PartyKind.Operator, PartyKind.TrustedParty) => true,
        (PartyKind.Enterprise, PartyKind.BackOffice) or (PartyKind.BackOffice, PartyKind.Enterprise) => one.Plan.Id == other.Plan.Id,
        _ => false,
    };

    /// <summary>As it stands in a directory.</summary>
    public static Peer ToPeer(MadeParty party, MadeParty listing) => ToPeer(party) with
    {
        Permissions = Permissions.ByRole(RoleOf(listing.Plan.Kind), RoleOf(party.Plan.Kind), ToPeer(party).EnterpriseId),
    };

    /// <summary>As it describes itself.</summary>
    public static Peer ToPeer(MadeParty party) => new(
        party.File.PlatId, RoleOf(party.Plan.Kind), party.Plan.Name, party.File.PlatformAddress ?? new Uri("https://back-office.invalid/"),
        CertificateIdentity.ThumbprintOf(party.Certificate),
        party.Plan.Kind is PartyKind.Enterprise or PartyKind.BackOffice ? EnterpriseId.Parse(party.Plan.Id) : null,
        party.Plan.Kind == PartyKind.Operator ? OperatorId.Parse(party.Plan.Id) : null,
        party.File.PublicAddress);

    private static (PartyKind One, PartyKind Other) Kinds(MadeParty one, MadeParty other) => (one.Plan.Kind, other.Plan.Kind);

    private static Role RoleOf(PartyKind kind) => kind switch
    {
        PartyKind.TrustedParty => Role.TrustedParty,
        PartyKind.Operator => Role.Operator,
        PartyKind.Enterprise => Role.Enterprise,
        _ => Role.BackOffice,
    };
}
