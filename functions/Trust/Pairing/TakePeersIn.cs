using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Pairing;

/// <summary>
/// Makes a key ring agree with the list of peers: those paired get their secret and an AuthToken, those closed lose them. May be interrupted and repeated: what is
/// done already is not done again.
/// </summary>
/// <param name="ring">The ring.</param>
/// <param name="time">The clock.</param>
/// <param name="audit">Is told of each pairing before it takes effect; key acts the ring puts on record itself.</param>
public sealed class TakePeersIn(KeyRing ring, TimeProvider time, Func<AuditEntry, CancellationToken, ValueTask> audit)
{
    /// <summary>One round over the list.</summary>
    /// <param name="file">The list of peers.</param>
    /// <param name="own">This platform's certificate with its key.</param>
    /// <param name="certificateOf">A peer's certificate as it came at pairing; null when it is not there.</param>
    /// <param name="ct">Cancels the call.</param>
    public async Task RunAsync(PeersFile file, X509Certificate2 own, Func<Peer, X509Certificate2?> certificateOf, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(certificateOf);
        foreach (var peer in file.Peers.Where(peer => PairingRules.Talk(file.Self, peer)))
        {
            if (peer.State == PeerState.Closed) await ForgetAsync(peer.PlatId, ct);
            else await AgreeAsync(file.Self, peer, own, certificateOf, ct);
        }
    }

    private async Task AgreeAsync(Peer self, Peer peer, X509Certificate2 own, Func<Peer, X509Certificate2?> certificateOf, CancellationToken ct)
    {
        if (ring.Find(KeyNames.Pair(peer.PlatId), peer.Pairing) is null) await ShareAsync(self, peer, own, certificateOf, ct);
        // The one called mints what the caller will prove itself with (CHEAA-4.1.2.1 b); a back office is never called.
        if (self.Role != Role.BackOffice && ring.FindCurrent(KeyNames.AuthTokenFor(peer.PlatId)) is null)
            await ring.MintAuthTokenAsync(peer.PlatId, time.GetUtcNow(), ct);
    }

    private async Task ShareAsync(Peer self, Peer peer, X509Certificate2 own, Func<Peer, X509Certificate2?> certificateOf, CancellationToken ct)
    {
        using var certificate = certificateOf(peer);
        if (certificate is null) return;
        await audit(new AuditEntry(AuditEvent.PlatformPaired, AuditEntry.Platform, peer.PlatId.ToString(), AuditEntry.Ok, null, UnixTime.From(time.GetUtcNow())), ct);
        var secret = PairAgreement.SecretOf(own, self.PlatId, certificate, peer.PlatId);
        await ring.ImportAsync(KeyNames.Pair(peer.PlatId), peer.Pairing, secret, time.GetUtcNow(), ct);
        CryptographicOperations.ZeroMemory(secret);
    }

    private async Task ForgetAsync(PlatId peer, CancellationToken ct)
    {
        string[] names = [KeyNames.AuthTokenFor(peer), KeyNames.AuthTokenFrom(peer), KeyNames.Pair(peer)];
        foreach (var record in ring.Records.Where(record => names.Contains(record.Name) && record.DestroyedAt is null).ToList())
            await ring.DestroyAsync(record.Name, record.Version, time.GetUtcNow(), ct);
    }
}
