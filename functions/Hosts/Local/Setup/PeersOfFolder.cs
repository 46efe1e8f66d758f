using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.Hosts.Local.Setup;

/// <summary>`peers.json` of a folder: read, and changed as a whole. A running platform takes a change up by itself (<see cref="Platforms.WatchPeers"/>).</summary>
internal static class PeersOfFolder
{
    /// <summary>Reads it.</summary>
    /// <exception cref="Refusal">It can't be read, or contradicts itself: one sentence.</exception>
    public static PeersFile Read(PartyFolder folder)
    {
        try
        {
            return PeersFile.Parse(File.ReadAllBytes(folder.Peers));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new Refusal($"{folder.Peers} can't be used: {fault.Message}", fault);
        }
    }

    /// <summary>Changes it. Of two commands at once one comes after the other; a reader sees the old file or the new one.</summary>
    /// <exception cref="Refusal">It can't be read or written, or would contradict itself: one sentence, and nothing changed.</exception>
    public static PeersFile Change(PartyFolder folder, Func<PeersFile, PeersFile> change)
    {
        try
        {
            using var turn = new FileStream(folder.Peers + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            var changed = PeersFile.Parse(change(Read(folder)).ToJson());
            Write(folder, changed);
            return changed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new Refusal($"{folder.Peers} can't be changed: {fault.Message}", fault);
        }
    }

    /// <summary>Changes one peer.</summary>
    /// <exception cref="Refusal">There is no such peer; else as <see cref="Change"/>.</exception>
    public static Peer ChangePeer(PartyFolder folder, PlatId platId, Func<Peer, Peer> change) =>
        Change(folder, file => file.Peers.Any(peer => peer.PlatId == platId)
            ? file with { Peers = [.. file.Peers.Select(peer => peer.PlatId == platId ? change(peer) : peer)] }
            : throw new Refusal($"Platform {platId} is not paired with this one.")).Peers.Single(peer => peer.PlatId == platId);

    private static void Write(PartyFolder folder, PeersFile file)
    {
        var next = folder.Peers + ".next";
        using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            stream.Write(file.ToJson());
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, folder.Peers, overwrite: true);
    }
}
