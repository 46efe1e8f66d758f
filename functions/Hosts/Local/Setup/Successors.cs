using Ascs.Trust.Directory;
using Ascs.Trust.Succession;

namespace Ascs.Hosts.Local.Setup;

/// <summary>Which certificates followed those pinned at pairing, as text: in each line the pinned one's SHA-256, then those that followed.</summary>
internal static class Successors
{
    /// <summary>As the book has them.</summary>
    public static string Of(PeersFile file, SuccessorBook book) => string.Concat(
        file.Peers.Where(peer => book.Of(peer).Count > 0).Select(peer => $"{peer.CertificateThumbprint} {string.Join(' ', book.Of(peer))}\n"));

    /// <summary>Whether a certificate is the pinned one, or followed it.</summary>
    public static bool Holds(PartyFolder folder, Peer peer, string thumbprint)
    {
        if (Same(peer.CertificateThumbprint, thumbprint)) return true;
        return File.Exists(folder.Successors) && File.ReadLines(folder.Successors).Select(line => line.Split(' '))
            .Any(line => Same(line[0], peer.CertificateThumbprint) && line.Any(one => Same(one, thumbprint)));
    }

    /// <summary>Writes them; a reader sees the old file or the new one.</summary>
    public static async Task WriteAsync(PartyFolder folder, string successors, CancellationToken ct)
    {
        var next = folder.Successors + ".next";
        await File.WriteAllTextAsync(next, successors, ct);
        File.Move(next, folder.Successors, overwrite: true);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
