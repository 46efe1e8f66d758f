using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>
/// May this be sent to this AID at that instant? (ISC-6.2.1.3: AID genuine, authorisation valid; ISC-6.1.1.1: as promised.) Pure. Every rule that fails is named,
/// so that a dry run tells all there is to mend.
/// </summary>
internal static class DecideSend
{
    /// <summary>The rules, in the order in which they are told.</summary>
    private static readonly IReadOnlyList<(SendReason Reason, Func<SendCase, bool> Fails)> Rules =
    [
        (SendReason.ServiceNotConsented, c => c.Record.ServiceId != c.Plan.ServiceId),
        (SendReason.AuthorisationRevoked, c => c.Record.RevokedAt is not null), // withdrawn stays withdrawn, whatever the instant
        (SendReason.AuthorisationExpired, c => c.At >= c.Record.ExpiresAt.ToTime()),
        (SendReason.ChannelNotConsented, c => c.Promises.Count == 0),
        (SendReason.OutsidePromisedHours, c => c.Promises.Any(p => !p.Covers(c.At))),
        (SendReason.DailyCapReached, c => c.Promises.Any(p => c.Usage.Day >= p.PerDay)),
        (SendReason.WeeklyCapReached, c => c.Promises.Any(p => c.Usage.Week >= p.PerWeek)),
        (SendReason.SenderNotPromised, c => c.Promises.Any(p => !p.Senders.Contains(c.Plan.SenderId))),
        (SendReason.AssuranceTooLow, c => c.Record.Assurance < c.Policy.RequiredAssurance),
    ];

    private static readonly IReadOnlyList<SendReason> Unknown = [SendReason.AidUnknown];

    /// <summary>Every failing rule; none when it may be sent.</summary>
    /// <param name="record">The AID's record, or null. A foreign one counts as none: the answer must not tell the two apart.</param>
    /// <param name="plan">What is to be sent.</param>
    /// <param name="policy">Newest policy of the plan's service.</param>
    /// <param name="usage">Messages counted on the calendar day and in the week of <paramref name="at"/>, without this one.</param>
    /// <param name="at">The instant at which it would be sent.</param>
    public static IReadOnlyList<SendReason> Of(AidRecord? record, SendPlan plan, ServicePolicy policy, UsageCounts usage, DateTimeOffset at)
    {
        if (record is null || record.EnterpriseId != plan.EnterpriseId) return Unknown;
        var question = new SendCase(record, plan, policy, usage, at);
        return [.. Rules.Where(rule => rule.Fails(question)).Select(rule => rule.Reason)];
    }

    /// <summary>
    /// The instant from which on an allowed message must not be handed over any more: a short while ahead, so that a withdrawal is done when it says so
    /// (protocol: nothing goes out after it), and never beyond the promised hours or the term.
    /// </summary>
    /// <param name="record">The AID's record; the decision allowed it.</param>
    /// <param name="policy">Newest policy.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="now">Now.</param>
    /// <param name="patience">How far ahead at most.</param>
    public static DateTimeOffset NotAfter(AidRecord record, ServicePolicy policy, Channel channel, DateTimeOffset now, TimeSpan patience)
    {
        var ends = SendCase.PromisesOf(record, policy, channel).Select(p => p.EndOfHours(now)).Append(record.ExpiresAt.ToTime()).Append(now + patience);
        return ends.Min();
    }
}
