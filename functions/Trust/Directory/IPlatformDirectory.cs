using Ascs.Contracts;

namespace Ascs.Trust.Directory;

/// <summary>The platforms this one knows: deny by default, so whoever is not in it is nobody (CHEAA-4.1.2.3).</summary>
public interface IPlatformDirectory
{
    /// <summary>This platform itself.</summary>
    Peer Self { get; }

    /// <summary>All peers but those closed.</summary>
    IReadOnlyList<Peer> Peers { get; }

    /// <summary>The peer of an id, or null; a closed one is none.</summary>
    Peer? Find(PlatId platId);

    /// <summary>Whether a certificate of this SHA-256 is the peer's (or this platform's own): the one pinned at pairing, or a successor that was soundly announced.</summary>
    bool IsPinned(Peer peer, string thumbprint)
    {
        ArgumentNullException.ThrowIfNull(peer);
        return string.Equals(peer.CertificateThumbprint, thumbprint, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>SHA-256 of the newest certificate of the peer that is pinned: what is meant where only one can be.</summary>
    string NewestPin(Peer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        return peer.CertificateThumbprint;
    }
}
