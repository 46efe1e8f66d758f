using Ascs.Contracts;
using Ascs.Operator.Replies;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Tests.Replies;

public sealed class ReplyTests
{
    [Theory]
    [InlineData("R"), InlineData("r"), InlineData(" Ｒ "), InlineData("T"), InlineData("td"), InlineData("ＴＤ。"), InlineData("N!"), InlineData("退订"), InlineData("【退订】")]
    [InlineData("拒 收"), InlineData("Stop."), InlineData("unsubscribe"), InlineData("QUIT\n"), InlineData("cancel"), InlineData("“R”"), InlineData("\u200BT")]
    public void These_mean_no_more(string text) => Assert.True(OptOutWords.IsOptOut(text));

    [Theory]
    [InlineData(""), InlineData("好的"), InlineData("Thanks"), InlineData("RR"), InlineData("不要退订"), InlineData("请问什么时候到"), InlineData("STOP it please")]
    public void These_do_not(string text) => Assert.False(OptOutWords.IsOptOut(text));

    [Fact]
    public async Task An_opt_out_blocks_at_once_and_the_next_message_is_refused()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var person = await bed.PersonAsync();
        var orders = bed.Orders(person);
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        bed.Gateway.Reply(Of(Bed.Number), Bed.Port, "ｔｄ");
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        var item = bed.Trust.Items.Last();
        Assert.Equal((OutcomeKind.OptOut, person.Authorisation, orders.Orders[0].OrderId, Bed.Port), (item.Kind, item.AuthorisationId, item.OrderId, item.SenderId));
        Assert.Equal("ｔｄ", bed.Trust.OpenReply(bed.Trust.Shop, item.Reply!, Bed.Port));
        var next = bed.Orders(person);
        await bed.SubmitAsync(next);
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 3);
        Assert.Equal((OutcomeKind.Refused, SendReason.Blocked), (bed.Trust.Items.Last().Kind, bed.Trust.Items.Last().Reason));
        Assert.Single(bed.Gateway.Sent);
    }

    [Fact]
    public async Task Another_reply_goes_sealed_to_the_enterprise_under_the_authorisation()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var person = await bed.PersonAsync();
        await bed.SubmitAsync(bed.Orders(person));
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        bed.Gateway.Reply(Of(Bed.Number), Bed.Port, "什么时候到？");
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        var item = bed.Trust.Items.Last();
        Assert.Equal((OutcomeKind.Reply, person.Authorisation), (item.Kind, item.AuthorisationId));
        Assert.Equal("什么时候到？", bed.Trust.OpenReply(bed.Trust.Shop, item.Reply!, Bed.Port));
        Assert.Null(bed.Trust.OpenReply(bed.Trust.Bank, item.Reply!, Bed.Port));
    }

    [Fact]
    public async Task Without_a_recent_order_an_opt_out_stops_every_authorisation_behind_the_port()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var (first, second) = (await bed.PersonAsync(), await bed.PersonAsync());
        bed.Gateway.Reply(Of(Bed.Number), Bed.Port, "R");
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        Assert.Equivalent(new[] { first.Authorisation, second.Authorisation }, bed.Trust.Items.Select(i => i.AuthorisationId), strict: true);
    }

    [Fact]
    public async Task The_new_holder_of_a_number_answers_for_nobody_else()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        await bed.SubmitAsync(bed.Orders(await bed.PersonAsync()));
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        var other = await bed.PersonAsync(Bed.OtherImsi);
        await bed.ImportAsync($"{CsvRow.Header}\n,,cust-9,{Bed.Number},2026-05-01,\nIMSI,{Bed.OtherImsi},cust-2,{Bed.OtherNumber},2020-01-01,\n");
        bed.Gateway.Reply(Of(Bed.Number), Bed.Port, "R");
        bed.Gateway.Reply(Of(Bed.OtherNumber), SenderId.Parse("999"), "R"); // nobody's port
        bed.Gateway.Reply(Of(Bed.OtherNumber), Bed.Port, "R"); // comes after them and counts
        await bed.UntilAsync(() => bed.Trust.Items.Any(i => i.Kind == OutcomeKind.OptOut));
        Assert.Equal(other.Authorisation, bed.Trust.Items.Single(i => i.Kind != OutcomeKind.Submitted).AuthorisationId);
    }

    [Fact]
    public async Task A_reply_to_a_notice_withdraws_what_the_notice_was_about()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var (first, second) = (await bed.PersonAsync(), await bed.PersonAsync());
        foreach (var person in new[] { second, first })
        {
            var orders = bed.Orders(person);
            await bed.SubmitAsync(orders with { Contexts = [bed.Context(orders.Orders[0].OrderId.Dispatch, OrderKind.Notice)] });
            await bed.UntilAsync(() => bed.Told(orders.Orders[0].OrderId).Any());
        }

        bed.Gateway.Reply(Of(Bed.Number), Bed.NoticePort, "r");
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 3);
        Assert.Equal((OutcomeKind.OptOut, first.Authorisation), (bed.Trust.Items.Last().Kind, bed.Trust.Items.Last().AuthorisationId));
    }

    [Fact]
    public async Task Without_an_inbox_key_an_opt_out_and_the_fact_of_a_reply_are_told_and_no_text()
    {
        await using var bed = await new Bed().ImportAsync();
        bed.Trust.HasInboxes = false;
        await bed.RunServiceAsync();
        await bed.PersonAsync();
        bed.Gateway.Reply(Of(Bed.Number), Bed.Port, "什么时候到？");
        bed.Gateway.Reply(Of(Bed.Number), Bed.Port, "TD");
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        Assert.Equal([OutcomeKind.Reply, OutcomeKind.OptOut], bed.Trust.Items.Select(i => i.Kind));
        Assert.All(bed.Trust.Items, i => Assert.Null(i.Reply));
        Assert.Contains(bed.Logs, l => l.Contains("shop has no inbox key", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("好", OutcomeKind.Reply, 1000)]
    [InlineData("😀", OutcomeKind.Reply, 999)] // two to a character: the last does not fit
    [InlineData("R!", OutcomeKind.OptOut, 32)]
    public void A_text_is_cut_between_two_characters_and_one_can_see_it(string repeated, OutcomeKind kind, int length)
    {
        var text = string.Concat(Enumerable.Repeat(repeated, 3000));
        var cut = ReplyText.Cut(text, kind);
        Assert.Equal((length, '…'), (cut.Length, cut[^1]));
        Assert.StartsWith(cut[..^1], text, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(cut[^2]));
        Assert.Equal(cut, ReplyText.Cut(cut, kind));
    }

    [Fact]
    public async Task A_reply_of_any_length_stays_within_what_the_trusted_party_takes()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        await bed.PersonAsync();
        bed.Gateway.Reply(Of(Bed.Number), Bed.Port, new('好', 100_000));
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        Assert.InRange(bed.Trust.Items.Single().Reply!.Length, 1000, 8192);
    }

    private static PhoneNumber Of(string digits) => PhoneNumber.TryParse(digits, out var number) ? number : throw new FormatException();
}
