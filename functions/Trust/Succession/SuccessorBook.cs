using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;

namespace Ascs.Trust.Succession;

/// <summary>Which certificates followed those pinned at pairing, kept in the platform's main store. Reading is instant. Thread-safe.</summary>
public sealed class SuccessorBook
{
    private readonly IDocumentStore store;
    private readonly CertificateTrust authorities;
    private readonly ConcurrentDictionary<PlatId, SuccessorDocument> known = new();

    private SuccessorBook(IDocumentStore store, CertificateTrust authorities) => (this.store, this.authorities) = (store, authorities);

    /// <summary>Opens the book with what was taken so far of these platforms.</summary>
    public static async Task<SuccessorBook> OpenAsync(IDocumentStore store, CertificateTrust authorities, IEnumerable<Peer> peers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(peers);
        var book = new SuccessorBook(store, authorities);
        foreach (var peer in peers)
            if (await store.ReadAsync(Containers.Work, SuccessorDocument.KeyOf(peer.PlatId), SuccessorDocument.Schema, ct) is { } stored) book.known[peer.PlatId] = stored.Value;
        return book;
    }

    /// <summary>Whether a certificate of this SHA-256 followed, directly or not, the one pinned.</summary>
    public bool Holds(Peer peer, string thumbprint) => Of(peer).Contains(thumbprint, StringComparer.OrdinalIgnoreCase);

    /// <summary>The newest certificate of the peer: its last successor, or the one pinned at pairing.</summary>
    public string Newest(Peer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        return Of(peer) is [.., var last] ? last : peer.CertificateThumbprint;
    }

    /// <summary>Judges an announcement and keeps it when it is sound. Durable when it returns; the same one again changes nothing.</summary>
    public async Task<SuccessionFault?> OfferAsync(Peer peer, SuccessorRequest announced, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(peer);
        while (true)
        {
            var key = SuccessorDocument.KeyOf(peer.PlatId);
            var stored = await store.ReadAsync(Containers.Work, key, SuccessorDocument.Schema, ct);
            var before = stored?.Value is { } kept && IsOf(kept, peer) ? kept : new SuccessorDocument(peer.CertificateThumbprint, []);
            known[peer.PlatId] = before;
            if (IsLast(peer, before, announced)) return null;
            if (Announcement.Judge(announced, peer.PlatId, Newest(peer), authorities, out var thumbprint) is { } fault) return fault;
            var after = before with { Thumbprints = [.. before.Thumbprints, thumbprint] };
            var write = stored is null ? SuccessorDocument.Schema.Create(key.Id, after) : SuccessorDocument.Schema.Replace(key.Id, after, stored.ETag);
            if (await store.TryCommitAsync(Containers.Work, key.Partition, write, ct) is null) continue; // somebody else took one meanwhile
            known[peer.PlatId] = after;
            return null;
        }
    }

    // Repeated after a lost answer: the successor is the newest one already, and it was judged when it became so.
    private bool IsLast(Peer peer, SuccessorDocument before, SuccessorRequest announced)
    {
        if (before.Thumbprints is not [.., var last]) return false;
        var formerly = before.Thumbprints.Count > 1 ? before.Thumbprints[^2] : before.Root;
        return Announcement.Judge(announced, peer.PlatId, formerly, authorities, out var thumbprint) is null && thumbprint == last;
    }

    /// <summary>The SHA-256 of every certificate that followed the one pinned, oldest first.</summary>
    public IReadOnlyList<string> Of(Peer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        return known.TryGetValue(peer.PlatId, out var document) && IsOf(document, peer) ? document.Thumbprints : [];
    }

    private static bool IsOf(SuccessorDocument document, Peer peer) => string.Equals(document.Root, peer.CertificateThumbprint, StringComparison.OrdinalIgnoreCase);
}
