using Ascs.Contracts;

namespace Ascs.Trust.Directory;

/// <summary>The platforms this one knows: deny by default, so whoever is not in it is nobody (CHEAA-4.1.2.3).</summary>
public interface IPlatformDirectory
{
    /// <summary>This platform itself.</summary>
    Peer Self { get; }

    /// <summary>All peers.</summary>
    IReadOnlyList<Peer> Peers { get; }

    /// <summary>The peer of an id, or null.</summary>
    Peer? Find(PlatId platId);
}
