namespace Ascs.Contracts;

/// <summary>The catalogues by who answers.</summary>
public static class Catalogues
{
    /// <summary>All endpoints that a platform of this role answers, its own and those of sessions; none for a back office, which only calls.</summary>
    public static IReadOnlyList<Endpoint> Of(Role role) => role switch
    {
        Role.TrustedParty => [.. SessionCatalogue.Endpoints, .. TrustedPartyCatalogue.Endpoints],
        Role.Operator => [.. SessionCatalogue.Endpoints, .. OperatorCatalogue.Endpoints],
        Role.Enterprise => [.. SessionCatalogue.Endpoints, .. EnterpriseCatalogue.Endpoints],
        _ => [],
    };
}
