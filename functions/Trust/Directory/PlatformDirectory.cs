using Ascs.Contracts;

namespace Ascs.Trust.Directory;

/// <summary>The directory of a peers file.</summary>
/// <param name="file">The file.</param>
public sealed class PlatformDirectory(PeersFile file) : IPlatformDirectory
{
    private readonly Dictionary<PlatId, Peer> byId = file.Peers.ToDictionary(peer => peer.PlatId);

    /// <inheritdoc/>
    public Peer Self => file.Self;

    /// <inheritdoc/>
    public IReadOnlyList<Peer> Peers => file.Peers;

    /// <inheritdoc/>
    public Peer? Find(PlatId platId) => byId.GetValueOrDefault(platId);
}
