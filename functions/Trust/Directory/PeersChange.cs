namespace Ascs.Trust.Directory;

/// <summary>What one list of peers changes in another, for the journal.</summary>
public static class PeersChange
{
    /// <summary>A sentence a peer whose pairing, state or permissions differ.</summary>
    public static IEnumerable<string> Between(PeersFile before, PeersFile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var known = before.Peers.ToDictionary(peer => peer.PlatId);
        foreach (var peer in after.Peers)
        {
            if (!known.Remove(peer.PlatId, out var former)) yield return $"Platform {peer.PlatId} was paired";
            else if (former.State != peer.State) yield return $"Platform {peer.PlatId} is {peer.State.ToString().ToUpperInvariant()} now";
            else if (!Same(former, peer)) yield return $"What is known of platform {peer.PlatId} or what it may do here was changed";
        }

        foreach (var gone in known.Keys) yield return $"Platform {gone} was taken off the list";
    }

    private static bool Same(Peer one, Peer other) => one with { Permissions = null } == other with { Permissions = null } && Text(one) == Text(other);

    private static string Text(Peer peer) =>
        string.Join('\n', (peer.Permissions ?? []).Select(permission => $"{permission.Operation} {string.Join(' ', permission.Enterprises)}"));
}
