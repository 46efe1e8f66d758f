using Ascs.Contracts;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Tests.Subscribers;

public sealed class ConvertNumberTests
{
    private static readonly SubscriberRef Me = new(1);
    private static readonly SubscriberRef Stranger = new(2);
    private static readonly PhoneNumber Number = PhoneNumber.TryParse("13800138000", out var n) ? n : default;
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1000);

    /// <summary>Holders as `who from to`, who one of me, stranger, ported; what comes of it.</summary>
    public static TheoryData<string, SendReason?> Table() => new()
    {
        { "", SendReason.Unreachable }, // never heard of
        { "me 0 -", null },
        { "me 1000 -", null }, // from this very second
        { "me 0 1001", null },
        { "me 0 1000", SendReason.Unreachable }, // ended this very second: half-open
        { "me 1001 -", SendReason.Unreachable }, // not yet
        { "me 0 500", SendReason.Unreachable }, // given up, nobody has it
        { "me 0 500, stranger 600 -", SendReason.SubscriberChanged }, // recycled
        { "me 0 500, stranger 600 900", SendReason.Unreachable }, // recycled and given up again
        { "me 0 500, stranger 600 900, me 950 -", null }, // came back to the same person
        { "stranger 0 -", SendReason.SubscriberChanged },
        { "stranger 0 500, me 500 -", null },
        { "me 0 500, ported 500 -", SendReason.PortedAway },
        { "me 0 500, ported 500 900, me 900 -", null }, // ported back
        { "me 0 500, ported 500 900, stranger 900 -", SendReason.SubscriberChanged },
        { "me 0 -, me 500 -", null }, // two lines of one holder
        { "me 0 -, stranger 1001 -", null }, // the next holder is known in advance
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_number_is_used_only_while_the_pinned_subscriber_holds_it(string holders, SendReason? refused)
    {
        var rows = holders.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Row).ToArray();
        var forwards = ConvertNumber.Decide(Me, Number, rows, Now);
        var backwards = ConvertNumber.Decide(Me, Number, [.. rows.Reverse()], Now);
        Assert.Equal(forwards, backwards);
        if (refused is { } reason) Assert.Equal(reason, Assert.IsType<Conversion.Refused>(forwards).Reason);
        else Assert.Equal(Number, Assert.IsType<Conversion.To>(forwards).Number);
    }

    [Fact]
    public void It_says_until_when_the_rows_vouch_for_it() =>
        Assert.Equal(1500u, Assert.IsType<Conversion.To>(ConvertNumber.Decide(Me, Number, [Row("me 0 1500"), Row("me 0 -")], Now)).Until);

    private static Holding Row(string text)
    {
        var parts = text.Split(' ');
        var who = parts[0] switch { "me" => Me, "stranger" => Stranger, _ => SubscriberRef.PortedAway };
        return new(who, Number, uint.Parse(parts[1], null), parts[2] == "-" ? Holding.Open : uint.Parse(parts[2], null));
    }
}
