using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Trust.Sessions;

/// <summary>
/// Sessions of the platforms that call this one, in the store that all instances share: what one instance ends no other takes. One point read a call; what was
/// read before under the same etag is not read into its parts again.
/// </summary>
internal sealed class SessionStore(IDocumentStore store, ISessionSecrets secrets, TimeProvider time)
{
    internal const string Live = "live";

    private readonly ConcurrentDictionary<PlatId, LiveSession> parsed = new();

    /// <summary>The session of a caller, or null.</summary>
    public async ValueTask<LiveSession?> FindAsync(PlatId caller, CancellationToken ct)
    {
        if (await store.ReadAsync(Containers.Work, new DocumentKey(PartitionOf(caller), Live), ct) is not { } document)
        {
            parsed.TryRemove(caller, out _);
            return null;
        }

        if (parsed.TryGetValue(caller, out var known) && known.ETag == document.ETag) return known;
        return Parse(caller, SessionRecord.Schema.Read(document));
    }

    /// <summary>Opens a session; the caller's former one is void with it, tokens and keys.</summary>
    public async Task OpenAsync(PlatId caller, SessionRecord record, SessionSecretState state, CancellationToken ct) =>
        await store.CommitAsync(Containers.Work, PartitionOf(caller), [SessionRecord.Schema.Upsert(Live, Sealed(caller, record, state), EndOf(record))], ct);

    /// <summary>Changes a session; false when somebody else changed it first.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="before">As read.</param>
    /// <param name="record">The next state.</param>
    /// <param name="state">Its keys.</param>
    /// <param name="used">The refresh token's hash that this change uses up.</param>
    /// <param name="ct">Stops.</param>
    public async Task<bool> TryChangeAsync(
        PlatId caller, LiveSession before, SessionRecord record, SessionSecretState state, (byte[] Hash, UsedRefresh Used)? used, CancellationToken ct)
    {
        List<Write> writes = [SessionRecord.Schema.Replace(Live, Sealed(caller, record, state), before.ETag, EndOf(record))];
        if (used is { } token) writes.Add(UsedRefresh.Schema.Upsert(UsedId(token.Hash), token.Used, EndOf(record)));
        return await store.CommitAsync(Containers.Work, PartitionOf(caller), writes, ct) is CommitOutcome.Committed;
    }

    /// <summary>A refresh token that was used, or null.</summary>
    public async Task<UsedRefresh?> FindUsedAsync(PlatId caller, byte[] hash, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Work, new DocumentKey(PartitionOf(caller), UsedId(hash)), UsedRefresh.Schema, ct))?.Value;

    /// <summary>Ends a session, unless a new login has taken its place.</summary>
    public async Task EndAsync(PlatId caller, LiveSession session, CancellationToken ct)
    {
        for (var current = session; current is not null && current.Id == session.Id; current = await FindAsync(caller, ct))
            if (await store.TryCommitAsync(Containers.Work, PartitionOf(caller), new Write.Delete(Live, current.ETag), ct) is not null) return;
    }

    // Keys that no longer open (the sealing key was destroyed, the document changed): as good as none, the caller logs in anew.
    private LiveSession? Parse(PlatId caller, Stored<SessionRecord> stored)
    {
        if (secrets.Open(stored.Value.Sealed, PlaceOf(caller)) is not { } opened) return null;
        return parsed[caller] = new LiveSession(stored.Value, JsonSerializer.Deserialize(opened, SessionJson.Default.SessionSecretState)!, stored.ETag, time);
    }

    private SessionRecord Sealed(PlatId caller, SessionRecord record, SessionSecretState state) =>
        record with { Sealed = secrets.Seal(JsonSerializer.SerializeToUtf8Bytes(state, SessionJson.Default.SessionSecretState), PlaceOf(caller)) };

    private static DateTimeOffset EndOf(SessionRecord record) => DateTimeOffset.FromUnixTimeMilliseconds(record.RefreshUntil);

    internal static string PartitionOf(PlatId caller) => $"session-{caller}";

    private static string PlaceOf(PlatId caller) => $"{PartitionOf(caller)}/{Live}";

    private static string UsedId(byte[] hash) => $"used_{Base64Url.EncodeToString(hash)}";
}
