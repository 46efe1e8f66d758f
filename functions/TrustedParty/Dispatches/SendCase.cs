using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>One known AID in front of the rules of <see cref="DecideSend"/>.</summary>
/// <param name="Record">The AID's record, of the plan's enterprise.</param>
/// <param name="Plan">What is to be sent.</param>
/// <param name="Policy">Newest policy of the plan's service.</param>
/// <param name="Usage">What was counted already.</param>
/// <param name="At">The instant at which it would be sent.</param>
internal sealed record SendCase(AidRecord Record, SendPlan Plan, ServicePolicy Policy, UsageCounts Usage, DateTimeOffset At)
{
    /// <summary>What the person was shown and what the policy says now: both hold, so the stricter one wins. Empty unless both offer the channel.</summary>
    public IReadOnlyList<Promise> Promises { get; } = PromisesOf(Record, Policy, Plan.Channel);

    /// <summary>Both promises of a channel, or none.</summary>
    public static IReadOnlyList<Promise> PromisesOf(AidRecord record, ServicePolicy policy, Channel channel)
    {
        var shown = record.Offers.FirstOrDefault(o => o.Channel == channel)?.Promise;
        return shown is not null && policy.PromiseOf(channel) is { } current ? [shown, current] : [];
    }
}
