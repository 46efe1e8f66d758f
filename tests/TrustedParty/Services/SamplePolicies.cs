using Ascs.Contracts;

namespace Ascs.TrustedParty.Tests.Services;

/// <summary>A policy and a template that keep every rule.</summary>
internal static class SamplePolicies
{
    public static EnterpriseId Enterprise { get; } = EnterpriseId.Parse("meadow");

    public static ServiceId Service { get; } = ServiceId.Parse("orders");

    public static Promise Promise { get; } = new(9 * 60, 20 * 60, 2, 5, [SenderId.Parse("1069000001")]);

    public static ServicePolicy Policy { get; } = new(
        1, Enterprise, Service, 1, new("草原乳业", "Meadow Dairy"), new("可信通信", "Trusted Comms"), new("订单通知", "Order news"),
        new("订单与配送的进度。", "How your order gets on."), [new(Channel.Sms, Promise), new(Channel.Voice, Promise)], [30, 90, 365],
        [IdentifierType.Imei, IdentifierType.Imsi], Assurance.Browser, new("客服中心 400-000-0000", "the service desk"), new("我的 - 订阅", "Me - Subscriptions"),
        "https://meadow.example/subscriptions");

    public static MessageTemplate Template { get; } = new(
        1, Enterprise, Service, TemplateId.Parse("shipped"), 1, Channel.Sms, "草原乳业", "您的订单{order}已发货，{day}送达。",
        new Dictionary<string, int> { ["order"] = 20, ["day"] = 10 }, false);
}
