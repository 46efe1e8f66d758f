using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;
using CsCheck;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Dispatches;

public class DecideSendTests
{
    [Fact]
    public void What_keeps_every_promise_is_allowed() => Assert.Empty(Decide());

    [Fact]
    public void An_unknown_aid_has_one_reason_and_no_other() =>
        Assert.Equal([SendReason.AidUnknown], DecideSend.Of(null, Plan with { ServiceId = ServiceId.Parse("others") }, Policy(), default, Noon));

    [Fact]
    public void A_foreign_aid_looks_exactly_like_an_unknown_one()
    {
        var foreign = Record() with { EnterpriseId = Shop, RevokedAt = At(Noon) };
        Assert.Equal([SendReason.AidUnknown], Decide(foreign, at: Noon.AddYears(3)));
    }

    private static readonly Dictionary<string, (SendReason Reason, Func<AidRecord, AidRecord> Change)> Broken = new()
    {
        ["another service"] = (SendReason.ServiceNotConsented, r => r with { ServiceId = ServiceId.Parse("others") }),
        ["withdrawn before"] = (SendReason.AuthorisationRevoked, r => r with { RevokedAt = At(Noon.AddDays(-1)) }),
        ["withdrawn while a later instant is decided"] = (SendReason.AuthorisationRevoked, r => r with { RevokedAt = At(Noon.AddDays(1)) }),
        ["the first instant after the term"] = (SendReason.AuthorisationExpired, r => r with { ExpiresAt = At(Noon) }),
        ["another channel"] = (SendReason.ChannelNotConsented, r => r with { Offers = [new ChannelOffer(Channel.Voice, Promised)] }),
        ["a minute before the hours"] = (SendReason.OutsidePromisedHours, r => r with { Offers = Offer(Promised with { FromMinute = (12 * 60) + 1 }) }),
        ["the first instant after the hours"] = (SendReason.OutsidePromisedHours, r => r with { Offers = Offer(Promised with { ToMinute = 12 * 60 }) }),
        ["another port"] = (SendReason.SenderNotPromised, r => r with { Offers = Offer(Promised with { Senders = [SenderId.Parse("10690002")] }) }),
    };

    public static TheoryData<string> BrokenPromises => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(BrokenPromises))]
    public void Each_broken_promise_is_named(string what) => Assert.Equal([Broken[what].Reason], Decide(Broken[what].Change(Record())));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 4)]
    [InlineData(2, 2, SendReason.DailyCapReached)]
    [InlineData(3, 3, SendReason.DailyCapReached)]
    [InlineData(1, 5, SendReason.WeeklyCapReached)]
    [InlineData(2, 5, SendReason.DailyCapReached, SendReason.WeeklyCapReached)]
    public void A_cap_is_reached_when_that_many_were_counted(int day, int week, params SendReason[] reasons) =>
        Assert.Equal(reasons, Decide(usage: new(day, week)));

    [Fact]
    public void The_stricter_of_what_was_shown_and_what_the_policy_says_now_holds()
    {
        Assert.Equal([SendReason.DailyCapReached], Decide(usage: new(1, 1), policy: Policy(Promised with { PerDay = 1 })));
        Assert.Equal([SendReason.OutsidePromisedHours], Decide(policy: Policy(Promised with { FromMinute = 13 * 60 })));
        Assert.Equal([SendReason.SenderNotPromised], Decide(policy: Policy(Promised with { Senders = [SenderId.Parse("10690002")] })));
        Assert.Equal([SendReason.ChannelNotConsented], Decide(policy: Policy() with { Offers = [] }));
        Assert.Equal([SendReason.DailyCapReached], Decide(Record(promise: Promised with { PerDay = 1 }), usage: new(1, 1), policy: Policy(Promised with { PerDay = 50 })));
    }

    [Theory]
    [InlineData(Assurance.EnterpriseOnly, true)]
    [InlineData(Assurance.Browser, true)]
    [InlineData(Assurance.SubscriberNotice, false)]
    public void A_service_may_require_assurance(Assurance required, bool allowed) =>
        Assert.Equal(allowed ? [] : [SendReason.AssuranceTooLow], Decide(policy: Policy(required: required)));

    [Theory]
    [InlineData("2026-08-05T08:59:59.999+08:00", false)]
    [InlineData("2026-08-05T09:00:00.000+08:00", true)]
    [InlineData("2026-08-05T01:00:00.000Z", true)]
    [InlineData("2026-08-05T17:59:59.999+08:00", true)]
    [InlineData("2026-08-05T18:00:00.000+08:00", false)]
    [InlineData("2026-08-05T12:00:00.000Z", false)]
    public void Hours_are_half_open_at_plus_eight(string at, bool inside) =>
        Assert.Equal(inside, !Decide(at: DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)).Contains(SendReason.OutsidePromisedHours));

    [Fact]
    public void Hours_until_midnight_end_at_midnight()
    {
        var promise = Promised with { FromMinute = 0, ToMinute = 1440 };
        var midnight = new DateTimeOffset(2026, 8, 6, 0, 0, 0, Promise.Offset);
        Assert.Empty(Decide(Record(promise: promise), policy: Policy(promise), at: midnight.AddMilliseconds(-1)));
        Assert.Equal(midnight, DecideSend.NotAfter(Record(promise: promise), Policy(promise), Channel.Sms, midnight.AddSeconds(-5), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Every_failing_rule_is_told_at_once()
    {
        var record = Record() with { ServiceId = ServiceId.Parse("others"), RevokedAt = At(Noon), ExpiresAt = At(Noon), Assurance = Assurance.EnterpriseOnly };
        var reasons = DecideSend.Of(record, Plan with { SenderId = SenderId.Parse("999") }, Policy(required: Assurance.Browser), new(9, 9), Noon.AddHours(8));
        Assert.Equal(
            [
                SendReason.ServiceNotConsented, SendReason.AuthorisationRevoked, SendReason.AuthorisationExpired, SendReason.OutsidePromisedHours,
                SendReason.DailyCapReached, SendReason.WeeklyCapReached, SendReason.SenderNotPromised, SendReason.AssuranceTooLow,
            ],
            reasons);
    }

    [Theory]
    [InlineData(0, 30)] // a short while
    [InlineData((6 * 60 * 60) - 10, 10)] // the end of the promised hours
    public void An_order_is_good_for_a_short_while_within_the_hours(int secondsAfterNoon, int seconds)
    {
        var now = Noon.AddSeconds(secondsAfterNoon);
        Assert.Equal(now.AddSeconds(seconds), DecideSend.NotAfter(Record(), Policy(), Channel.Sms, now, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void An_order_is_never_good_beyond_the_term() =>
        Assert.Equal(Noon.AddSeconds(3), DecideSend.NotAfter(Record() with { ExpiresAt = At(Noon.AddSeconds(3)) }, Policy(), Channel.Sms, Noon, TimeSpan.FromSeconds(30)));

    /// <summary>Law: what is allowed is inside the hours and below the caps of both promises, and what is not names a rule that explains it.</summary>
    [Fact]
    public void Allowed_means_within_both_promises() =>
        Gen.Select(PromiseGen, PromiseGen, Gen.Int[0, 60], Gen.Int[0, 210], Gen.Int[0, 60 * 24 * 7]).Sample((shown, current, day, week, minute) =>
        {
            var at = Noon.AddMinutes(minute);
            var reasons = DecideSend.Of(Record(promise: shown), Plan, Policy(current), new(day, week), at);
            var hours = shown.Covers(at) && current.Covers(at);
            return reasons.Contains(SendReason.OutsidePromisedHours) == !hours
                && reasons.Contains(SendReason.DailyCapReached) == (day >= Math.Min(shown.PerDay, current.PerDay))
                && reasons.Contains(SendReason.WeeklyCapReached) == (week >= Math.Min(shown.PerWeek, current.PerWeek));
        });

    private static Gen<Promise> PromiseGen { get; } =
        Gen.Select(Gen.Int[0, 1439], Gen.Int[1, 1440], Gen.Int[1, 50], Gen.Int[0, 150]).Select((from, length, day, more) =>
            new Promise(from, Math.Min(1440, from + length), day, day + more, [Port]));

    private static IReadOnlyList<ChannelOffer> Offer(Promise promise) => [new ChannelOffer(Channel.Sms, promise)];

    private static IReadOnlyList<SendReason> Decide(
        AidRecord? record = null, UsageCounts usage = default, ServicePolicy? policy = null, DateTimeOffset? at = null) =>
        DecideSend.Of(record ?? Record(), Plan, policy ?? Policy(), usage, at ?? Noon);
}
