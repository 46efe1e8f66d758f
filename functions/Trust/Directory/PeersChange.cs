using Ascs.Contracts;
using Ascs.Trust.Audit;

namespace Ascs.Trust.Directory;

/// <summary>What one list of peers changes in another, as it is audited.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Peer">To whom.</param>
/// <param name="Permissions">What it may do now, where that changed: operations and for whom.</param>
public sealed record PeersChange(AuditEvent Event, PlatId Peer, string? Permissions = null)
{
    /// <summary>Every change. A new peer is none: taking it in says so.</summary>
    public static IEnumerable<PeersChange> Between(PeersFile before, PeersFile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var known = before.Peers.ToDictionary(peer => peer.PlatId);
        foreach (var peer in after.Peers)
        {
            if (!known.Remove(peer.PlatId, out var former)) continue;
            if (former.State != peer.State) yield return new PeersChange(Of(peer.State), peer.PlatId);
            if (Text(former) != Text(peer)) yield return new PeersChange(AuditEvent.PermissionChanged, peer.PlatId, Text(peer));
        }

        foreach (var gone in known.Keys) yield return new PeersChange(AuditEvent.PlatformClosed, gone);
    }

    private static AuditEvent Of(PeerState state) => state switch
    {
        PeerState.Active => AuditEvent.PlatformResumed,
        PeerState.Suspended => AuditEvent.PlatformSuspended,
        _ => AuditEvent.PlatformClosed,
    };

    private static string Text(Peer peer) =>
        string.Join(", ", (peer.Permissions ?? []).Select(permission => $"{permission.Operation} for {string.Join(' ', permission.Enterprises)}"));
}
