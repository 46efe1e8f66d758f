using Ascs.Contracts;
using Ascs.TrustedParty.Dispatches;
using CsCheck;
using static Ascs.TrustedParty.Tests.Dispatches.Given;

namespace Ascs.TrustedParty.Tests.Dispatches;

public class UsageRulesTests
{
    [Theory]
    [InlineData("2026-08-05T00:00:00.000+08:00", 1, 1)]
    [InlineData("2026-08-05T23:59:59.999+08:00", 1, 1)]
    [InlineData("2026-08-04T23:59:59.999+08:00", 0, 1)] // yesterday
    [InlineData("2026-08-04T16:00:00.000Z", 1, 1)] // midnight at +08:00
    [InlineData("2026-08-06T00:00:00.000+08:00", 0, 1)] // tomorrow
    [InlineData("2026-08-03T00:00:00.000+08:00", 0, 1)] // Monday begins the week
    [InlineData("2026-08-02T23:59:59.999+08:00", 0, 0)] // Sunday was the week before
    [InlineData("2026-08-09T23:59:59.999+08:00", 0, 1)]
    [InlineData("2026-08-10T00:00:00.000+08:00", 0, 0)]
    public void Days_and_weeks_change_at_midnight_plus_eight(string counted, int day, int week)
    {
        var usage = UsageRules.Note(Usage.None(Bank), Dispatch, 0, Authorisation(1), Time(counted), Channel.Sms, counted: true);
        Assert.Equal(new UsageCounts(day, week), Counts(usage, Noon));
    }

    [Fact]
    public void Noting_a_message_again_does_not_count_it_twice()
    {
        var once = UsageRules.Note(Usage.None(Bank), Dispatch, 0, Authorisation(1), At(Noon), Channel.Sms, counted: true);
        var twice = UsageRules.Note(once, Dispatch, 0, Authorisation(1), At(Noon.AddSeconds(1)), Channel.Sms, counted: true);
        Assert.Equal(new UsageCounts(1, 1), Counts(twice, Noon));
        Assert.Single(twice.Authorisations);
    }

    [Fact]
    public void A_message_does_not_count_against_itself()
    {
        var usage = UsageRules.Note(Usage.None(Bank), Dispatch, 7, Authorisation(1), At(Noon), Channel.Sms, counted: true);
        Assert.Equal(default, UsageRules.Counts(usage, Channel.Sms, At(Noon), Dispatch, 7));
    }

    [Fact]
    public void Several_aids_of_one_person_share_the_count()
    {
        var usage = UsageRules.Note(Usage.None(Bank), Dispatch, 0, Authorisation(1), At(Noon), Channel.Sms, counted: true);
        usage = UsageRules.Note(usage, Dispatch, 1, Authorisation(2), At(Noon), Channel.Sms, counted: true);
        Assert.Equal(new UsageCounts(2, 2), Counts(usage, Noon));
    }

    [Fact]
    public void Refused_messages_and_other_channels_do_not_count()
    {
        var usage = UsageRules.Note(Usage.None(Bank), Dispatch, 0, Authorisation(1), At(Noon), Channel.Sms, counted: false);
        usage = UsageRules.Note(usage, Dispatch, 1, Authorisation(1), At(Noon), Channel.Voice, counted: true);
        Assert.Equal(default, Counts(usage, Noon));
    }

    [Fact]
    public void What_was_never_handed_over_is_given_back_once()
    {
        var usage = UsageRules.Note(Usage.None(Bank), Dispatch, 0, Authorisation(1), At(Noon), Channel.Sms, counted: true);
        var back = UsageRules.GiveBack(usage, Dispatch, 0);
        Assert.Equal(default, Counts(back, Noon));
        Assert.Same(back, UsageRules.GiveBack(back, Dispatch, 0));
        Assert.Same(usage, UsageRules.GiveBack(usage, Dispatch, 1));
    }

    /// <summary>Law: whatever moves to pages, the counts of this week stay, nothing is lost, and the document stays small unless it all counts.</summary>
    [Fact]
    public void Overflow_loses_nothing_and_changes_no_count() =>
        Gen.Select(Gen.Int[0, 20], Gen.Bool).List[0, 120].Sample(messages =>
        {
            var usage = Usage.None(Bank);
            var moved = new List<UsageEntry>();
            for (var i = 0; i < messages.Count; i++)
            {
                var at = At(Noon.AddDays(-messages[i].Item1));
                usage = UsageRules.Note(usage, Dispatch, i, Authorisation(i % 3), at, Channel.Sms, messages[i].Item2);
                var before = Counts(usage, Noon);
                (usage, var page) = UsageRules.Overflow(usage, At(Noon));
                moved.AddRange(page);
                Assert.Equal(before, Counts(usage, Noon));
            }

            var counting = usage.Entries.Count(e => e.Counted && PromiseCalendar.WeekOf(e.At) >= PromiseCalendar.WeekOf(At(Noon)));
            return moved.Count + usage.Entries.Count == messages.Count
                && moved.Concat(usage.Entries).Select(e => e.Recipient).Distinct().Count() == messages.Count
                && usage.Entries.Count <= counting + UsageRules.MostInline + 1;
        });

    private static UsageCounts Counts(Usage usage, DateTimeOffset at) => UsageRules.Counts(usage, Channel.Sms, At(at), Dispatch, 499);

    private static UnixTime Time(string text) => At(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
