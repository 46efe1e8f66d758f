using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Pairing;

namespace Ascs.Hosts.Local.Setup;

/// <summary>
/// Pairs a folder's platform with another by its offer. Only files change: the platform itself makes what the two share, at once when it runs and otherwise when it
/// starts (<see cref="TakePeersIn"/>).
/// </summary>
internal static class PairWithOffer
{
    /// <summary>Reads an offer.</summary>
    /// <exception cref="Refusal">It can't be read, or does not hold together: one sentence.</exception>
    public static PlatformOffer Read(string file)
    {
        try
        {
            return PlatformOffer.Parse(File.ReadAllBytes(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new Refusal($"{file} can't be used: {fault.Message}", fault);
        }
    }

    /// <summary>
    /// Pairs, or pairs anew: after a closing, or when the other has a certificate that did not follow the one pinned. The same offer twice changes nothing, and one under
    /// a renewed certificate is the same pairing.
    /// </summary>
    /// <param name="folder">The platform's folder.</param>
    /// <param name="offer">The other's offer.</param>
    /// <param name="fingerprint">What its operator said by another way; null to pin unseen.</param>
    /// <exception cref="Refusal">Another fingerprint; two platforms that have nothing to do with each other; a file that can't be written.</exception>
    public static Peer Run(PartyFolder folder, PlatformOffer offer, string? fingerprint)
    {
        var self = PeersOfFolder.Read(folder).Self;
        if (fingerprint is not null && !string.Equals(fingerprint.Replace(":", "", StringComparison.Ordinal), offer.Fingerprint, StringComparison.OrdinalIgnoreCase))
            throw new Refusal($"The offer's fingerprint is {offer.Fingerprint} and not the one given: it is not that platform's, or it was changed on its way.");
        var offered = offer.ToPeer(self.Role);
        if (offer.PlatId == self.PlatId || !PairingRules.Know(self, offered))
            throw new Refusal($"{self.Role} {self.PlatId} and {offer.Role} {offer.PlatId} have nothing to do with each other.");
        Directory.CreateDirectory(folder.Statements);
        // First: whoever sees the peer on the list finds its certificate.
        File.WriteAllBytes(Path.Combine(folder.Statements, $"{offer.PlatId}.json"), KeyStatements.ToJson(offer.Statements));
        var paired = offered;
        PeersOfFolder.Change(folder, file => file with { Peers = [.. file.Peers.Where(peer => peer.PlatId != offer.PlatId), paired = After(folder, file, offered)] });
        return paired;
    }

    // What is suspended or narrowed stays so until it is closed. The pin stays the first one of a pairing: the certificates that followed are told by it.
    private static Peer After(PartyFolder folder, PeersFile file, Peer offered) => file.Peers.FirstOrDefault(peer => peer.PlatId == offered.PlatId) switch
    {
        null => offered,
        { State: PeerState.Closed } closed => offered with { Pairing = closed.Pairing + 1 },
        var same when Successors.Holds(folder, same, offered.CertificateThumbprint) =>
            offered with { CertificateThumbprint = same.CertificateThumbprint, State = same.State, Permissions = same.Permissions, Pairing = same.Pairing },
        var former => offered with { State = former.State, Permissions = former.Permissions, Pairing = former.Pairing + 1 },
    };
}
