using Ascs.Contracts;
using Ascs.Operator.Deliveries;
using Ascs.Operator.Gateway;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Tests.Deliveries;

public sealed class DeliveryTests
{
    [Fact]
    public async Task An_order_reaches_the_phone_and_its_receipt_reaches_the_trusted_party()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        Assert.Equal(1, (await bed.SubmitAsync(orders)).Value!.Accepted);
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        var sent = Assert.Single(bed.Gateway.Sent);
        Assert.Equal((Bed.Number, Bed.Port, "【小店】您的订单A0已发出"), (sent.To.RevealForDelivery(), sent.From, sent.Text));
        Assert.Equal([OutcomeKind.Submitted], bed.Told(orders.Orders[0].OrderId).Select(i => i.Kind));
        bed.Gateway.Receipt(orders.Orders[0].OrderId);
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        Assert.Equal([OutcomeKind.Submitted, OutcomeKind.Delivered], bed.Told(orders.Orders[0].OrderId).Select(i => i.Kind));
        await bed.UntilAsync(() => bed.Get<OpenChunks>().Count == 0);
    }

    [Fact]
    public async Task A_receipt_that_overtakes_the_answer_finds_its_order_and_only_it_is_told()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        bed.Gateway.Behaviour = messages =>
        {
            bed.Gateway.Receipt(messages[0].Order);
            return null;
        };
        await bed.SubmitAsync(orders);
        await bed.WaitAsync(() => bed.Told(orders.Orders[0].OrderId).Any(i => i.Kind == OutcomeKind.Delivered));
        Assert.Equal([OutcomeKind.Delivered], bed.Told(orders.Orders[0].OrderId).Select(i => i.Kind));
        await bed.WaitAsync(() => bed.Get<OpenChunks>().Count == 0);
    }

    [Fact]
    public async Task A_notice_is_the_operators_own_words_from_its_own_port()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        var dispatch = orders.Orders[0].OrderId.Dispatch;
        await bed.SubmitAsync(orders with { Contexts = [bed.Context(dispatch, OrderKind.Notice)], Orders = [orders.Orders[0] with { Variables = "" }] });
        await bed.UntilAsync(() => bed.Gateway.Sent.Count == 1);
        var sent = bed.Gateway.Sent.Single();
        Assert.Equal(Bed.NoticePort, sent.From);
        Assert.Contains("小店", sent.Text, StringComparison.Ordinal);
        Assert.Contains("回复R", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_call_and_the_same_order_in_another_call_send_once()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        await bed.SubmitAsync(orders, "the-same-key-0001");
        await bed.SubmitAsync(orders, "the-same-key-0001");
        await bed.SubmitAsync(orders, "another-key-00001");
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        await bed.SubmitAsync(orders, "the-same-key-0001");
        await bed.SubmitAsync(orders, "yet-another-key-1");
        bed.Gateway.Receipt(orders.Orders[0].OrderId);
        await bed.UntilAsync(() => bed.Get<OpenChunks>().Count == 0);
        await bed.SubmitAsync(orders, "after-all-is-done");
        await bed.UntilAsync(() => bed.Get<OpenChunks>().Count == 0);
        Assert.Single(bed.Gateway.Sent);
    }

    [Fact]
    public async Task What_does_not_belong_together_is_refused_in_one_way_and_never_sent()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var (person, other) = (await bed.PersonAsync(), await bed.PersonAsync(Bed.OtherImsi));
        var orders = bed.Orders(
            person with { Tag = other.Tag }, person with { Authorisation = other.Authorisation }, person with { SealedId = other.SealedId },
            person with { Tag = SubscriberTag.From(new byte[32]) });
        await bed.SubmitAsync(orders);
        var foreign = bed.Orders(person);
        await bed.SubmitAsync(foreign with { Contexts = [foreign.Contexts[0] with { EnterpriseId = EnterpriseId.Parse("bank") }] });
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 5);
        Assert.All(bed.Trust.Items, i => Assert.Equal((OutcomeKind.Refused, SendReason.Unreachable), (i.Kind, i.Reason)));
        Assert.Empty(bed.Gateway.Sent);
    }

    [Theory]
    [InlineData("order", "far longer than twenty characters", null)]
    [InlineData("order", "【假冒】", null)]
    [InlineData("order", "赌 博", null)]
    [InlineData("other", "A1", null)]
    [InlineData("order", "A1", "sealed for another template version")]
    public async Task Content_that_may_not_be_sent_is_refused(string name, string value, string? otherTemplate)
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        orders = orders with { Orders = [orders.Orders[0] with { Variables = bed.Variables((name, value)) }] };
        if (otherTemplate is not null) orders = orders with { Contexts = [orders.Contexts[0] with { TemplateVersion = 2 }] };
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        Assert.Equal((OutcomeKind.Refused, SendReason.ContentRefused), (bed.Trust.Items.Single().Kind, bed.Trust.Items.Single().Reason));
        Assert.Empty(bed.Gateway.Sent);
    }

    [Theory]
    [InlineData("IMSI,460001234567890,cust-9,13800138000,2026-06-01,\n", SendReason.SubscriberChanged)]
    [InlineData(",,PORTED_AWAY,13800138000,2026-06-01,\n", SendReason.PortedAway)]
    [InlineData("", SendReason.Unreachable)]
    public async Task A_number_that_changed_hands_since_the_consent_is_not_written_to(string rows, SendReason reason)
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var person = await bed.PersonAsync();
        await bed.SubmitAsync(bed.Orders(person)); // once while all is well: the link then vouches for the rows of that day
        await bed.UntilAsync(() => bed.Gateway.Sent.Count == 1);
        await bed.ImportAsync($"{CsvRow.Header}\nIMSI,{Bed.Imsi},cust-1,{Bed.Number},2020-01-01,2026-05-31\n{rows}");
        var orders = bed.Orders(person);
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => bed.Told(orders.Orders[0].OrderId).Any());
        Assert.Equal((OutcomeKind.Refused, reason), (bed.Told(orders.Orders[0].OrderId).Single().Kind, bed.Told(orders.Orders[0].OrderId).Single().Reason));
        Assert.Single(bed.Gateway.Sent);
    }

    [Fact]
    public async Task An_order_that_comes_too_late_is_reported_as_not_sent()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        bed.Time.Advance(TimeSpan.FromSeconds(31));
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        Assert.Equal(OutcomeKind.NotSent, bed.Trust.Items.Single().Kind);
        Assert.Empty(bed.Gateway.Sent);
    }

    [Fact]
    public async Task A_gateway_that_takes_nothing_is_asked_again_until_it_is_too_late()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        bed.Gateway.Behaviour = _ => new HandOverOutcome.NothingTaken();
        var (first, second) = (bed.Orders(await bed.PersonAsync()), bed.Orders(await bed.PersonAsync(Bed.OtherImsi)));
        await bed.SubmitAsync(first);
        await bed.UntilAsync(() => bed.Trust.Items.Any(), TimeSpan.FromSeconds(1));
        Assert.Equal(OutcomeKind.NotSent, bed.Told(first.Orders[0].OrderId).Single().Kind);
        second = second with { Orders = [second.Orders[0] with { NotAfter = UnixTime.From(bed.Time.GetUtcNow().AddSeconds(30)) }] };
        var calls = 0;
        bed.Gateway.Behaviour = _ => ++calls < 3 ? new HandOverOutcome.NothingTaken() : null;
        await bed.SubmitAsync(second);
        await bed.UntilAsync(() => bed.Told(second.Orders[0].OrderId).Any());
        Assert.Equal(OutcomeKind.Submitted, bed.Told(second.Orders[0].OrderId).Single().Kind);
    }

    [Fact]
    public async Task A_lost_hand_over_ends_unknown_is_never_repeated_and_a_receipt_still_corrects_it()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        bed.Gateway.Behaviour = _ => new HandOverOutcome.Lost();
        var orders = bed.Orders(await bed.PersonAsync());
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        Assert.Equal(OutcomeKind.Unknown, bed.Trust.Items.Single().Kind);
        bed.Gateway.Receipt(orders.Orders[0].OrderId);
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        Assert.Equal(OutcomeKind.Delivered, bed.Trust.Items.Last().Kind);
        Assert.Single(bed.Gateway.Sent);
    }

    [Fact]
    public async Task Refused_messages_are_told_one_by_one_and_the_others_go_on()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        bed.Gateway.Behaviour = messages => new HandOverOutcome.Answered([.. messages.Select(m => m.Order.Recipient == 0)]);
        var orders = bed.Orders(await bed.PersonAsync(), await bed.PersonAsync(Bed.OtherImsi));
        await bed.SubmitAsync(orders);
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        Assert.Equal(OutcomeKind.Submitted, bed.Told(orders.Orders[0].OrderId).Single().Kind);
        Assert.Equal(SendReason.GatewayRefused, bed.Told(orders.Orders[1].OrderId).Single().Reason);
    }

    [Fact]
    public async Task Receipts_are_waited_for_until_the_deadline_and_no_longer()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var (first, next) = (bed.Orders(await bed.PersonAsync()), bed.Orders(await bed.PersonAsync(Bed.OtherImsi)));
        await bed.SubmitAsync(first);
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        await bed.UntilAsync(() => bed.Get<OpenChunks>().Count == 0, TimeSpan.FromHours(1));
        bed.Gateway.Receipt(first.Orders[0].OrderId);
        await bed.SubmitAsync(next with { Orders = [next.Orders[0] with { NotAfter = UnixTime.From(bed.Time.GetUtcNow().AddSeconds(30)) }] });
        await bed.UntilAsync(() => bed.Told(next.Orders[0].OrderId).Any());
        bed.Gateway.Receipt(next.Orders[0].OrderId); // comes after the late one
        await bed.UntilAsync(() => bed.Told(next.Orders[0].OrderId).Any(i => i.Kind == OutcomeKind.Delivered));
        Assert.Equal([OutcomeKind.Submitted], bed.Told(first.Orders[0].OrderId).Select(i => i.Kind));
    }

    [Fact]
    public async Task A_receipt_that_comes_when_the_trusted_party_has_attested_already_is_reported()
    {
        await using var bed = await new Bed().ImportAsync();
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        await bed.SubmitAsync(orders);
        var sent = bed.Time.GetUtcNow();
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        await bed.UntilAsync(() => bed.Time.GetUtcNow() - sent > TimeSpan.FromHours(73), TimeSpan.FromHours(1)); // whatever closes chunks has had its turns
        bed.Gateway.Receipt(orders.Orders[0].OrderId);
        await bed.UntilAsync(() => bed.Trust.Items.Count() == 2);
        Assert.Equal(OutcomeKind.Delivered, bed.Told(orders.Orders[0].OrderId).Last().Kind);
    }
}
