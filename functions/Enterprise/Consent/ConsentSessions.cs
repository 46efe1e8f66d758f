using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Sealing;
using Ascs.Enterprise.Pages;
using Ascs.Storage;
using Ascs.Trust.Keys;

namespace Ascs.Enterprise.Consent;

/// <summary>Consents under way. One browser has one at a time: starting another takes its place.</summary>
internal sealed class ConsentSessions(IDocumentStore store, KeyRing keys, TimeProvider time)
{
    /// <summary>How long a person may read and choose.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    // From the start, whatever happens: the identifiers are gone then. Enough for one prepared at the last moment to come back (10 + 15 minutes).
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private const string Id = "session";
    private static readonly DocumentSchema<ConsentSession> Schema = new("consent session", 1, ConsentJson.Default.ConsentSession);

    /// <summary>Starts one with the identifiers that the app handed over.</summary>
    public Task StartAsync(Visitor visitor, ServicePolicy policy, IReadOnlyList<DeviceIdentifier> identifiers, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var device = JsonSerializer.SerializeToUtf8Bytes(identifiers, ConsentJson.Default.IReadOnlyListDeviceIdentifier);
        var session = new ConsentSession(policy.ServiceId, policy.Version, Sealed.Of(keys, visitor.Partition, device), UnixTime.From(now));
        return store.CommitAsync(Containers.Work, visitor.Partition, [Schema.Upsert(Id, session, now + Kept)], ct);
    }

    /// <summary>The session in which a visitor may choose; null when there is none or its time is over.</summary>
    public async Task<Stored<ConsentSession>?> FindOpenAsync(Visitor visitor, CancellationToken ct) =>
        await FindAsync(visitor.Partition, ct) is { } session && time.GetUtcNow() < session.Value.StartedAt.ToTime() + Lifetime ? session : null;

    /// <summary>The session of a visitor, for as long as its showings may come back.</summary>
    public Task<Stored<ConsentSession>?> FindAsync(string partition, CancellationToken ct) =>
        store.ReadAsync(Containers.Work, new DocumentKey(partition, Id), Schema, ct);

    /// <summary>The identifiers of a session; null when nothing needs them any more.</summary>
    public IReadOnlyList<DeviceIdentifier>? Identifiers(Stored<ConsentSession> session) => session.Value.Device?.Open(keys, session.Key.Partition) is { } device
        ? JsonSerializer.Deserialize(device, ConsentJson.Default.IReadOnlyListDeviceIdentifier) : null;

    /// <summary>Writes a change; false when another request was faster.</summary>
    public async Task<bool> ChangeAsync(Stored<ConsentSession> read, ConsentSession changed, CancellationToken ct) =>
        await store.TryCommitAsync(Containers.Work, read.Key.Partition, Schema.Replace(Id, changed, read.ETag, changed.StartedAt.ToTime() + Kept), ct) is not null;

    /// <summary>Ends one, identifiers and all.</summary>
    public Task EndAsync(string partition, CancellationToken ct) =>
        store.CommitAsync(Containers.Work, partition, [new Write.Delete(Id)], ct);

    /// <summary>
    /// Says which showing of a session was confirmed, and forgets the identifiers. False when another showing was confirmed before, or the session's time is over.
    /// </summary>
    public async Task<bool> SettleAsync(string partition, ConsentNonce nonce, CancellationToken ct)
    {
        while (await FindAsync(partition, ct) is { } session)
        {
            if (session.Value.Settled is { } settled)
                return settled == nonce;
            if (await ChangeAsync(session, session.Value with { Settled = nonce, Device = null }, ct))
                return true;
        }

        return false;
    }
}
