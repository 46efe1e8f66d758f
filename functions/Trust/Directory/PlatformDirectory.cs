using Ascs.Contracts;
using Ascs.Trust.Succession;

namespace Ascs.Trust.Directory;

/// <summary>The directory of a peers file. The file may change while the platform runs: a reader sees the old list or the new one. Thread-safe.</summary>
public sealed class PlatformDirectory : IPlatformDirectory
{
    // Replaced as a whole.
    private volatile Listed listed;

    /// <param name="file">The file as it was read at the start.</param>
    public PlatformDirectory(PeersFile file) => listed = Listed.Of(file);

    /// <summary>The file in force, closed peers too.</summary>
    public PeersFile File => listed.File;

    /// <inheritdoc/>
    public Peer Self => listed.File.Self;

    /// <inheritdoc/>
    public IReadOnlyList<Peer> Peers => listed.Live;

    /// <inheritdoc/>
    public Peer? Find(PlatId platId) => listed.ById.GetValueOrDefault(platId);

    /// <summary>Certificates that followed those pinned; null where none are taken.</summary>
    public SuccessorBook? Successors { get; set; }

    /// <inheritdoc/>
    public bool IsPinned(Peer peer, string thumbprint)
    {
        ArgumentNullException.ThrowIfNull(peer);
        return string.Equals(peer.CertificateThumbprint, thumbprint, StringComparison.OrdinalIgnoreCase) || Successors?.Holds(peer, thumbprint) == true;
    }

    /// <inheritdoc/>
    public string NewestPin(Peer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        return Successors?.Newest(peer) ?? peer.CertificateThumbprint;
    }

    /// <summary>Puts another list in force.</summary>
    public void Replace(PeersFile file) => listed = Listed.Of(file);

    private sealed record Listed(PeersFile File, IReadOnlyList<Peer> Live, IReadOnlyDictionary<PlatId, Peer> ById)
    {
        public static Listed Of(PeersFile file)
        {
            ArgumentNullException.ThrowIfNull(file);
            var live = file.Peers.Where(peer => peer.State != PeerState.Closed).ToList();
            return new Listed(file, live, live.ToDictionary(peer => peer.PlatId));
        }
    }
}
