using Ascs.Contracts;
using Ascs.Hosts.Handset;
using Ascs.Operator.Gateway;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Tests.Deliveries;

public sealed class HandsetTests
{
    [Fact]
    public async Task The_adapter_speaks_the_handsets_language_and_tells_nothing_taken_from_lost()
    {
        var folder = Directory.CreateTempSubdirectory("ascs-operator-").FullName;
        var app = HandsetApp.Build(new() { DataFolder = folder, Port = 0, Gateways = ["opA"] });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var root = new Uri(app.Urls.First());
        var secret = GatewaySecret.Read(Path.Combine(folder, "secrets", "opA.secret"));
        Assert.True(PhoneNumber.TryParse(Bed.Number, out var number));
        var order = OrderId.Of(DispatchId.From(new IdSource(TimeProvider.System).Next()), 0, 0);
        GatewayMessage[] messages = [new(order, number, Bed.Port, "【小店】您好"), new(OrderId.Of(order.Dispatch, 1, 0), number, Bed.Port, "a\u0001b")];
        using (var gateway = new HandsetGateway(root, "opA", secret, TimeProvider.System))
        using (var stranger = new HandsetGateway(root, "opA", new('x', 40), TimeProvider.System))
        {
            Assert.Equal([true, false], Assert.IsType<HandOverOutcome.Answered>(await gateway.SubmitAsync(messages, CancellationToken.None)).Taken);
            Assert.IsType<HandOverOutcome.NothingTaken>(await stranger.SubmitAsync(messages, CancellationToken.None));
            var news = await gateway.PullAsync(0, TimeSpan.FromSeconds(10), CancellationToken.None);
            Assert.Equal((order, true), (news!.Receipts.Single().Order, news.Receipts.Single().Delivered));
            Assert.Empty((await gateway.PullAsync(news.Next, TimeSpan.Zero, CancellationToken.None))!.Receipts);
            Assert.Null(await stranger.PullAsync(0, TimeSpan.Zero, CancellationToken.None));
            await app.StopAsync(TestContext.Current.CancellationToken);
            await app.DisposeAsync();
            Assert.Null(await gateway.PullAsync(0, TimeSpan.Zero, CancellationToken.None));
        }

        using var fresh = new HandsetGateway(root, "opA", secret, TimeProvider.System);
        Assert.IsType<HandOverOutcome.NothingTaken>(await fresh.SubmitAsync(messages, CancellationToken.None));
        Directory.Delete(folder, recursive: true);
    }
}
