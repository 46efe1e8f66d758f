using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Sessions;

namespace Ascs.Trust.Pairing;

/// <summary>
/// Makes a platform agree with its list of peers: those paired get their secret and an AuthToken; those closed, or paired anew, lose what they shared before. May be
/// interrupted and repeated: what is done already is not done again.
/// </summary>
/// <param name="ring">The ring.</param>
/// <param name="time">The clock.</param>
/// <param name="audit">Is told of each pairing once it is made; key acts the ring puts on record itself.</param>
/// <param name="endSessions">Ends the sessions with a peer, in both directions.</param>
public sealed class TakePeersIn(
    KeyRing ring, TimeProvider time, Func<AuditEntry, CancellationToken, ValueTask> audit, Func<PlatId, CancellationToken, Task> endSessions)
{
    /// <summary>One round over the list. What is wrong with one peer stops no other.</summary>
    /// <param name="file">The list of peers.</param>
    /// <param name="own">This platform's certificate with its key.</param>
    /// <param name="certificateOf">A peer's certificate as it came at pairing; null when it is not there.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <returns>Why a peer could not be taken in, one sentence each.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(PeersFile file, X509Certificate2 own, Func<Peer, X509Certificate2?> certificateOf, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(certificateOf);
        var faults = new List<string>();
        foreach (var peer in file.Peers.Where(peer => PairingRules.Talk(file.Self, peer)).OrderBy(peer => peer.State != PeerState.Closed))
        {
            if (peer.State == PeerState.Closed) await ForgetAsync(peer.PlatId, ct);
            else if (await AgreeAsync(file.Self, peer, own, certificateOf, ct) is { } fault) faults.Add($"Platform {peer.PlatId} can't be taken in: {fault}.");
        }

        return faults;
    }

    private async Task<string?> AgreeAsync(Peer self, Peer peer, X509Certificate2 own, Func<Peer, X509Certificate2?> certificateOf, CancellationToken ct)
    {
        if (ring.Find(KeyNames.Pair(peer.PlatId), peer.Pairing) is null && await ShareAsync(self, peer, own, certificateOf, ct) is { } fault) return fault;
        // The one called mints what the caller will prove itself with (CHEAA-4.1.2.1 b); a back office is never called.
        if (self.Role != Role.BackOffice && ring.FindCurrent(KeyNames.AuthTokenFor(peer.PlatId)) is null)
            await ring.MintAuthTokenAsync(peer.PlatId, time.GetUtcNow(), ct);
        return null;
    }

    private async Task<string?> ShareAsync(Peer self, Peer peer, X509Certificate2 own, Func<Peer, X509Certificate2?> certificateOf, CancellationToken ct)
    {
        var name = KeyNames.Pair(peer.PlatId);
        if (ring.Newest(name) >= peer.Pairing) return $"its pairing {peer.Pairing} is over, pair it anew";
        // Whatever comes of the new pairing, the one before is over.
        await ForgetAsync(peer.PlatId, ct);
        if (SecretWith(self, peer, own, certificateOf) is not { } secret) return "its certificate can't be read or is not the one pinned";
        var outcome = await ring.ImportAsync(name, peer.Pairing, secret, time.GetUtcNow(), ct);
        CryptographicOperations.ZeroMemory(secret);
        if (outcome is not (ImportOutcome.Imported or ImportOutcome.AlreadyThere)) return $"the secret of pairing {peer.Pairing} is another one already";
        await audit(new AuditEntry(AuditEvent.PlatformPaired, AuditEntry.Platform, peer.PlatId.ToString(), AuditEntry.Ok, null, UnixTime.From(time.GetUtcNow())), ct);
        return null;
    }

    private static byte[]? SecretWith(Peer self, Peer peer, X509Certificate2 own, Func<Peer, X509Certificate2?> certificateOf)
    {
        try
        {
            using var certificate = certificateOf(peer);
            return certificate is null ? null : PairAgreement.SecretOf(own, self.PlatId, certificate, peer.PlatId);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or JsonException or CryptographicException)
        {
            return null;
        }
    }

    private async Task ForgetAsync(PlatId peer, CancellationToken ct)
    {
        string[] names = [KeyNames.AuthTokenFor(peer), KeyNames.AuthTokenFrom(peer), KeyNames.Pair(peer)];
        foreach (var record in ring.Records.Where(record => names.Contains(record.Name) && record.DestroyedAt is null).ToList())
            await ring.DestroyAsync(record.Name, record.Version, time.GetUtcNow(), ct);
        await endSessions(peer, ct);
    }
}
