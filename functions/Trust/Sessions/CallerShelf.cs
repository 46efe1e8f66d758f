using System.Text.Json;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Sessions;

/// <summary>Sessions that this platform opened at others, one document each in its own store. Who saves first wins; the other takes what it finds.</summary>
internal sealed class CallerShelf(IDocumentStore store, ISessionSecrets secrets)
{
    internal const string Partition = "caller-sessions";

    /// <summary>The session at a peer; null when there is none or it no longer opens.</summary>
    public async Task<CallerSession?> FindAsync(PlatId peer, CancellationToken ct)
    {
        if (await store.ReadAsync(Containers.Work, new DocumentKey(Partition, peer.ToString()), KeptSession.Schema, ct) is not { } stored) return null;
        return secrets.Open(stored.Value.Sealed, PlaceOf(peer)) is { } opened
            ? new CallerSession(JsonSerializer.Deserialize(opened, SessionJson.Default.KeptSession)!, stored.ETag) : null;
    }

    /// <summary>Saves a session that was just opened, whatever was there: the one before is void by then.</summary>
    public async Task<CallerSession> PutAsync(PlatId peer, KeptSession kept, CancellationToken ct)
    {
        var etag = await store.TryCommitAsync(Containers.Work, Partition, KeptSession.Schema.Upsert(peer.ToString(), Seal(peer, kept), EndOf(kept)), ct);
        return new CallerSession(kept, etag!);
    }

    /// <summary>Saves the next state of a session; null when somebody else was faster.</summary>
    public async Task<CallerSession?> TryReplaceAsync(PlatId peer, CallerSession before, KeptSession kept, CancellationToken ct) =>
        await store.TryCommitAsync(Containers.Work, Partition, KeptSession.Schema.Replace(peer.ToString(), Seal(peer, kept), before.ETag, EndOf(kept)), ct) is { } etag
            ? new CallerSession(kept, etag) : null;

    private SealedSession Seal(PlatId peer, KeptSession kept) =>
        new(secrets.Seal(JsonSerializer.SerializeToUtf8Bytes(kept, SessionJson.Default.KeptSession), PlaceOf(peer)));

    private static DateTimeOffset EndOf(KeptSession kept) => DateTimeOffset.FromUnixTimeMilliseconds(kept.RefreshUntil);

    private static string PlaceOf(PlatId peer) => $"{Partition}/{peer}";
}
