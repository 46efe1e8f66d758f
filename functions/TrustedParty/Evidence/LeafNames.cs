namespace Ascs.TrustedParty.Evidence;

/// <summary>Names of an authorisation's own leaves, unique under its key. A leaf's id is derived from its name, so none may be renamed.</summary>
internal static class LeafNames
{
    public const string Granted = "granted";

    public const string Bound = "bound";

    public const string Raised = "raised";

    public const string Revoked = "revoked";

    public const string Expired = "expired";
}
