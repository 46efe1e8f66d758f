using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Sessions;

/// <summary>The sessions between this platform and another, whichever of the two called.</summary>
public static class SessionsWithPeer
{
    /// <summary>Ends them: a pairing that is over leaves no token and no key of a session (CHEAA-4.1.2.1 c). Repeatable.</summary>
    /// <param name="store">The platform's main store.</param>
    /// <param name="peer">The other platform.</param>
    /// <param name="ct">Stops.</param>
    public static async Task EndSessionsAsync(this IDocumentStore store, PlatId peer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        await DeleteAsync(store, new DocumentKey(SessionStore.PartitionOf(peer), SessionStore.Live), ct);
        await DeleteAsync(store, new DocumentKey(CallerShelf.Partition, peer.ToString()), ct);
    }

    private static async Task DeleteAsync(IDocumentStore store, DocumentKey key, CancellationToken ct)
    {
        while (await store.ReadAsync(Containers.Work, key, ct) is { } document)
            if (await store.TryCommitAsync(Containers.Work, key.Partition, new Write.Delete(key.Id, document.ETag), ct) is not null) return;
    }
}
