using System.Text.Json;

namespace Ascs.Trust.Directory;

/// <summary>`peers.json`: a platform and those it is paired with. No secret is in it; whoever can change it decides whom the platform trusts.</summary>
/// <param name="V">1.</param>
/// <param name="Self">The platform.</param>
/// <param name="Peers">Its peers.</param>
public sealed record PeersFile(int V, Peer Self, IReadOnlyList<Peer> Peers)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or one that contradicts itself: one sentence that says how, every fault named.</exception>
    public static PeersFile Parse(ReadOnlySpan<byte> json)
    {
        PeersFile? file;
        try
        {
            file = JsonSerializer.Deserialize(json, PeersFileJson.Default.PeersFile);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"The peers file can't be read: {fault.Path} at line {fault.LineNumber + 1} is not what belongs there.");
        }

        return file is { V: 1 } ? Checked(file) : throw new InvalidDataException("The peers file is of another version.");
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, PeersFileJson.Default.PeersFile);

    /// <summary>This list, with every peer closed still that is new, or paired anew, against the one in force: such a peer has nothing of its pairing yet.</summary>
    public PeersFile WithoutNew(PeersFile inForce)
    {
        ArgumentNullException.ThrowIfNull(inForce);
        var same = inForce.Peers.Where(peer => peer.State != PeerState.Closed).Select(peer => (peer.PlatId, peer.Pairing)).ToHashSet();
        return this with { Peers = [.. Peers.Select(peer => same.Contains((peer.PlatId, peer.Pairing)) ? peer : peer with { State = PeerState.Closed })] };
    }

    private static PeersFile Checked(PeersFile file)
    {
        var faults = PeersFaults.Of(file).ToList();
        return faults.Count == 0 ? file : throw new InvalidDataException("The peers file contradicts itself: " + string.Join("; ", faults) + ".");
    }
}
