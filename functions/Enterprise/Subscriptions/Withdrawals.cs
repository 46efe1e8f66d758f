using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>Tells the trusted party at once (ISC-6.1.1.6) and takes over what it answers.</summary>
internal sealed class Withdrawals(IPlatformCaller caller, IPlatformDirectory directory, SubscriptionStore subscriptions, EnterpriseOptions options, TimeProvider time)
{
    /// <summary>Withdraws; the same key again is the same withdrawal.</summary>
    public async Task<Answer<RevokeAnswer>> WithdrawAsync(IReadOnlyList<Aid> aids, RevokedBy by, string key, CancellationToken ct)
    {
        var request = new RevokeRequest(1, options.EnterpriseId, aids, by);
        var answer = await caller.CallAsync(directory.TrustedParty(), TrustedPartyCatalogue.Revoke, request, key, ct);
        foreach (var result in answer.Value?.Results.Where(result => result.State == AidState.Revoked) ?? [])
            await MarkAsync(result.Aid, ct);
        return answer;
    }

    private async Task MarkAsync(Aid aid, CancellationToken ct)
    {
        if (await subscriptions.FindAsync(aid, ct) is { } held)
            await subscriptions.ApplyAsync(held.Status with { State = AidState.Revoked, RevokedAt = held.Status.RevokedAt ?? UnixTime.From(time.GetUtcNow()) }, ct);
    }
}
