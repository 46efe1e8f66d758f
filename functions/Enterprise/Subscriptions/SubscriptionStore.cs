using System.Globalization;
using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>Subscriptions by AID and by service.</summary>
internal sealed class SubscriptionStore(IDocumentStore store, TimeProvider time)
{
    private const string Id = "subscription";
    private const string EarlyId = "early";
    private static readonly TimeSpan EarlyKept = TimeSpan.FromDays(1);
    private static readonly DocumentSchema<AidStatus> Early = new("early status", 1, SubscriptionJson.Default.AidStatus);
    private static readonly DocumentSchema<Subscription> Schema = new("subscription", 1, SubscriptionJson.Default.Subscription);
    private static readonly DocumentSchema<SubscriptionEntry> Entries = new("subscription entry", 1, SubscriptionJson.Default.SubscriptionEntry);

    /// <summary>Adds a subscription; repeated, it changes nothing. The list entry comes first: an entry without its document is passed over.</summary>
    public async Task AddAsync(Subscription subscription, CancellationToken ct)
    {
        var order = subscription.ConsentedAt.Milliseconds.ToString("D15", CultureInfo.InvariantCulture) + "-" + subscription.Status.Aid;
        await store.CommitAsync(Containers.Heads, Partition(subscription.Status.ServiceId!.Value),
            [new Write.Upsert(order, Entries.ToBody(new SubscriptionEntry(subscription.Status.Aid)))], ct);
        await store.CommitAsync(Containers.Heads, subscription.Status.Aid.ToString(), [new Write.Create(Id, Schema.ToBody(subscription))], ct);
        if (await store.ReadAsync(Containers.Heads, new DocumentKey(subscription.Status.Aid.ToString(), EarlyId), Early, ct) is { } early)
            await TryApplyAsync(early.Value, ct);
    }

    /// <summary>The subscription of an AID, or null.</summary>
    public async Task<Subscription?> FindAsync(Aid aid, CancellationToken ct) => (await ReadAsync(aid, ct))?.Value;

    /// <summary>
    /// Takes over a newer status; an older one never undoes a withdrawal. One that is heard before its subscription is added (a person may reply R at once) waits for
    /// it: it is written first and then looked again, while <see cref="AddAsync"/> adds first and then looks, so one of the two sees the other.
    /// </summary>
    public async Task ApplyAsync(AidStatus status, CancellationToken ct)
    {
        if (await TryApplyAsync(status, ct))
            return;
        await store.CommitAsync(Containers.Heads, status.Aid.ToString(), [Early.Upsert(EarlyId, status, time.GetUtcNow() + EarlyKept)], ct);
        await TryApplyAsync(status, ct);
    }

    /// <summary>A page of a service's subscriptions, oldest first, and where the next begins.</summary>
    public async Task<(IReadOnlyList<Subscription> Items, string? Next)> ListAsync(ServiceId service, string? from, int limit, CancellationToken ct)
    {
        var page = await store.RangeAsync(Containers.Heads, Partition(service), from ?? "0", "a", limit, Entries, ct);
        var keys = page.Items.Select(entry => new DocumentKey(entry.Value.Aid.ToString(), Id)).ToArray();
        var found = (await store.ReadManyAsync(Containers.Heads, keys, Schema, ct)).ToDictionary(s => s.Value.Status.Aid, s => s.Value);
        return ([.. page.Items.Select(entry => found.GetValueOrDefault(entry.Value.Aid)).OfType<Subscription>()], page.NextFromId);
    }

    private async Task<bool> TryApplyAsync(AidStatus status, CancellationToken ct)
    {
        while (await ReadAsync(status.Aid, ct) is { } stored)
        {
            var changed = stored.Value with { Status = Newer(stored.Value.Status, status) };
            var write = new Write.Replace(Id, Schema.ToBody(changed), stored.ETag);
            if (changed == stored.Value || await store.CommitAsync(Containers.Heads, status.Aid.ToString(), [write], ct) is CommitOutcome.Committed)
                return true;
        }

        return false;
    }

    private static string Partition(ServiceId service) => "service-" + service;

    private static AidStatus Newer(AidStatus held, AidStatus heard) => held.State == AidState.Revoked && heard.State != AidState.Revoked ? held : heard;

    private Task<Stored<Subscription>?> ReadAsync(Aid aid, CancellationToken ct) =>
        store.ReadAsync(Containers.Heads, new DocumentKey(aid.ToString(), Id), Schema, ct);
}
