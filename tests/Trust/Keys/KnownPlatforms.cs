using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Tests.Keys;

/// <summary>A list of peers that can be changed.</summary>
internal sealed class KnownPlatforms : IPlatformDirectory
{
    public required Peer Self { get; init; }

    public required IReadOnlyList<Peer> Peers { get; set; }

    public Peer? Find(PlatId platId) => Peers.FirstOrDefault(peer => peer.PlatId == platId);
}
