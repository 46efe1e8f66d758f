using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Audit.Alerts;

namespace Ascs.Trust.Tests.Audit.Alerts;

/// <summary>What is unusual is told once, and what is usual never (CHEAA-4.1.6 a, e).</summary>
public sealed class AlertRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero); // 20:00 in Beijing

    public static TheoryData<AuditEvent, string, int, AlertRule> Rules => new()
    {
        { AuditEvent.Call, "REPLAYED", 10, AlertRule.ReplayBurst },
        { AuditEvent.Call, "SIGNATURE_INVALID", 20, AlertRule.BadSignatures },
        { AuditEvent.Call, "DIGEST_MISMATCH", 20, AlertRule.BadSignatures },
        { AuditEvent.Call, "CERTIFICATE_MISMATCH", 20, AlertRule.BadSignatures },
        { AuditEvent.Call, "ACCESS_TOKEN_INVALID", 20, AlertRule.BadSignatures },
        { AuditEvent.Call, "TIMESTAMP_OUT_OF_RANGE", 10, AlertRule.ClockOff },
        { AuditEvent.Call, "UNAVAILABLE", 50, AlertRule.Failing },
        { AuditEvent.Call, "HANDSHAKE_REFUSED", 200, AlertRule.UnprovedConnections },
        { AuditEvent.LoginRefused, "LOGIN_REFUSED", 5, AlertRule.LoginsRefused },
        { AuditEvent.RefreshTokenReused, "REFRESH_TOKEN_INVALID", 1, AlertRule.RefreshTokenReused },
        { AuditEvent.OptedOut, "PersonByReply", 50, AlertRule.OptOutSpike },
        { AuditEvent.CertificateExpiring, "OK", 1, AlertRule.CertificateExpiring },
        { AuditEvent.AuditBroken, "FOUND_AT_START", 1, AlertRule.AuditBroken },
        { AuditEvent.AuditLost, "OK", 1, AlertRule.AuditBroken },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void so_many_and_not_one_fewer_raise_it(AuditEvent kind, string result, int threshold, AlertRule rule)
    {
        Assert.Empty(Judge(Enumerable.Repeat(Entry(kind, result), threshold - 1)));
        var alert = Assert.Single(Judge(Enumerable.Repeat(Entry(kind, result), threshold)));
        Assert.Equal((rule, threshold), (alert.Rule, alert.Count));
    }

    [Fact]
    public void what_comes_slowly_raises_nothing() =>
        Assert.Empty(Judge(Enumerable.Range(0, 500).Select(n => Entry(AuditEvent.Call, "REPLAYED", Start.AddMinutes(2 * n)))));

    [Fact]
    public void each_platform_is_counted_by_itself() =>
        Assert.Empty(Judge(Enumerable.Range(0, 18).Select(n => Entry(AuditEvent.Call, "REPLAYED") with { Who = n % 2 == 0 ? "one" : "other" })));

    [Fact]
    public void it_is_told_once_an_hour_however_many_there_are()
    {
        var flood = Enumerable.Range(0, 36_000).Select(n => Entry(AuditEvent.Call, "REPLAYED", Start.AddMilliseconds(100 * n + 1)));
        Assert.Single(Judge(flood));
        Assert.Equal(2, Judge(flood.Concat(Enumerable.Repeat(Entry(AuditEvent.Call, "REPLAYED", Start.AddHours(1.1)), 10))).Count);
    }

    [Fact]
    public void equal_ones_in_one_record_count_as_many() => Assert.Single(Judge([Entry(AuditEvent.OptedOut, "PersonByReply") with { Count = 50 }]));

    [Theory]
    [InlineData("01:00-05:00", 12, false)]
    [InlineData("01:00-05:00", 17, true)] // 01:00 in Beijing
    [InlineData("01:00-05:00", 21, false)] // 05:00
    [InlineData("22:00-06:00", 21, true)]
    [InlineData("22:00-06:00", 14, true)]
    [InlineData("22:00-06:00", 13, false)]
    public void calls_at_odd_hours_are_told(string hours, int utcHour, bool told)
    {
        var policy = new AlertPolicy { OddHours = OddHours.Parse(hours) };
        var (_, alerts) = AlertRules.Judge(AlertState.Empty, Entry(AuditEvent.Call, "OK", Start.Date + TimeSpan.FromHours(utcHour)), policy);
        Assert.Equal(told, alerts.Any(alert => alert.Rule == AlertRule.OddHours));
    }

    [Theory]
    [InlineData("1:00-5:00")]
    [InlineData("01:00")]
    [InlineData("05:00-05:00")]
    [InlineData("25:00-26:00")]
    public void what_are_no_hours_is_refused(string text) => Assert.Null(OddHours.Parse(text));

    [Fact]
    public void every_rule_has_words_of_its_own() =>
        Assert.Equal(Enum.GetValues<AlertRule>().Length, Enum.GetValues<AlertRule>().Select(AlertTexts.Of).Distinct().Count());

    private static List<Alert> Judge(IEnumerable<AuditEntry> entries)
    {
        var (state, found) = (AlertState.Empty, new List<Alert>());
        foreach (var entry in entries)
        {
            (state, var alerts) = AlertRules.Judge(state, entry, new AlertPolicy());
            found.AddRange(alerts);
        }

        return found;
    }

    private static AuditEntry Entry(AuditEvent kind, string result, DateTimeOffset? at = null) =>
        new(kind, "1795996800123456", "dispatches/create", result, null, UnixTime.From(at ?? Start));
}
