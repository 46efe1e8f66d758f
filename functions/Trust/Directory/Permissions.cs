using System.Text;
using Ascs.Contracts;

namespace Ascs.Trust.Directory;

/// <summary>Who may do what here: made at pairing from the catalogue, narrowed by hand afterwards, printed as one table (CHEAA-4.1.2.3).</summary>
public static class Permissions
{
    // Whoever is paired may log in and out; what it may do then, its own permissions say.
    private static readonly Dictionary<string, Permission> Everyones = SessionCatalogue.Endpoints.ToDictionary(
        endpoint => endpoint.Name, endpoint => new Permission(endpoint.Name, [Permission.Anyone]), StringComparer.Ordinal);

    /// <summary>What a peer is granted at pairing: the endpoints that take its role, for its own enterprise alone where it acts for one.</summary>
    /// <param name="self">The platform that grants.</param>
    /// <param name="peer">The role it grants to.</param>
    /// <param name="enterprise">The enterprise that the peer acts for.</param>
    public static IReadOnlyList<Permission> ByRole(Role self, Role peer, EnterpriseId? enterprise) =>
        [.. Catalogues.Of(self).Where(endpoint => endpoint.Callers.Contains(peer)).Select(endpoint => new Permission(endpoint.Name, [enterprise?.ToString() ?? Permission.Anyone]))];

    /// <summary>Whether the peer may make this call: an operation, and the enterprise it is about.</summary>
    public static bool Permits(this Peer peer, string operation, EnterpriseId? enterprise)
    {
        ArgumentNullException.ThrowIfNull(peer);
        return peer.Granted(operation)?.Covers(enterprise) == true;
    }

    /// <summary>The peer's permission to call an endpoint, for whichever enterprise; null when it has none.</summary>
    public static Permission? Granted(this Peer peer, string operation)
    {
        ArgumentNullException.ThrowIfNull(peer);
        return Everyones.GetValueOrDefault(operation) ?? peer.Permissions?.FirstOrDefault(permission => permission.Operation == operation);
    }

    /// <summary>The whole table: every endpoint of this platform with every peer that may call it, and for whom. What is not in it is denied.</summary>
    public static string ToTable(PeersFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var rows = file.Peers.Where(peer => peer.State != PeerState.Closed).SelectMany(
            peer => (peer.Permissions ?? []).Select(permission => (permission.Operation, Row: Row(peer, permission))));
        var text = new StringBuilder().Append(Row("operation", "platform", "role", "state", "enterprises"));
        foreach (var (_, row) in rows.OrderBy(row => row.Operation, StringComparer.Ordinal)) text.Append(row);
        return text.ToString();
    }

    private static string Row(Peer peer, Permission permission) =>
        Row(permission.Operation, peer.PlatId.ToString(), peer.Role.ToString(), peer.State.ToString(), string.Join(' ', permission.Enterprises));

    private static string Row(string operation, string platform, string role, string state, string enterprises) =>
        $"{operation,-26}{platform,-18}{role,-14}{state,-11}{enterprises}\n";
}
