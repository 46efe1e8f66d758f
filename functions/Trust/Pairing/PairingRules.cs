using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Pairing;

/// <summary>Which platforms have to do with which.</summary>
public static class PairingRules
{
    /// <summary>True when the two call each other, or one the other: they share secrets.</summary>
    public static bool Talk(Peer one, Peer other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return (one.Role, other.Role) switch
        {
            (Role.TrustedParty, Role.Enterprise or Role.Operator) or (Role.Enterprise or Role.Operator, Role.TrustedParty) => true,
            (Role.Enterprise, Role.BackOffice) or (Role.BackOffice, Role.Enterprise) => one.EnterpriseId == other.EnterpriseId,
            _ => false,
        };
    }

    /// <summary>True when the one needs the other's certificate and keys: an enterprise seals to operators that it never calls.</summary>
    public static bool Know(Peer one, Peer other) => Talk(one, other) || (one.Role, other.Role) is (Role.Enterprise, Role.Operator) or (Role.Operator, Role.Enterprise);
}
