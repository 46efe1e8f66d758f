using Ascs.Contracts;
using Ascs.Enterprise.Authorising;
using Ascs.Enterprise.Consent;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Services;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>What a browser may see: the consents it gave and those it opened with a manage code.</summary>
internal sealed class MySubscriptions(VisitorGrants grants, ConsentRecords records, SubscriptionStore subscriptions, ServiceBook services, TimeProvider time)
{
    /// <summary>All of them, active ones first, newest first.</summary>
    public async Task<IReadOnlyList<MySubscription>> ListAsync(Visitor visitor, CancellationToken ct)
    {
        var found = new List<MySubscription>();
        foreach (var nonce in await grants.ListAsync(visitor.Partition, ct))
        {
            if (await ReadAsync(nonce, ct) is { } subscription)
                found.Add(subscription.View);
        }

        return [.. found.OrderBy(s => s.State != AidState.Active).ThenByDescending(s => s.ConsentedAt)];
    }

    /// <summary>One of them with its AID; null when this browser may not see it.</summary>
    public async Task<(MySubscription View, Aid Aid)?> FindAsync(Visitor visitor, string? reference, CancellationToken ct) =>
        ConsentNonce.TryParse(reference, out var nonce) && await grants.HasAsync(visitor.Partition, nonce, ct) ? await ReadAsync(nonce, ct) : null;

    private async Task<(MySubscription View, Aid Aid)?> ReadAsync(ConsentNonce nonce, CancellationToken ct)
    {
        if (await records.FindAsync(nonce, ct) is not { Value: { Grant: { } grant } record }
            || await subscriptions.FindAsync(grant.Aid, ct) is not { } held || services.Find(record.ServiceId, record.PolicyVersion) is not { } policy)
            return null;
        var status = held.StatusAt(time.GetUtcNow());
        return (new MySubscription(nonce, policy, status.State, record.Choices.Channels, grant.ConsentedAt, grant.ExpiresAt, status.RevokedAt), grant.Aid);
    }
}
