using Ascs.Contracts;

namespace Ascs.Enterprise.Tests.World;

/// <summary>An enterprise with two services, two operators, and phones with identifiers that tests search for.</summary>
internal static class Samples
{
    public const string Imei = "867531020001018", Imsi = "460010000000002", Oaid = "aaaaaaaa-0000-4000-8000-000000000001", Idfa = "AAAAAAAA-1111-4111-8111-000000000001";

    public static readonly EnterpriseId Enterprise = EnterpriseId.Parse("hongyan-express");

    public static readonly ServiceId Parcels = ServiceId.Parse("parcel-notice"), Offers = ServiceId.Parse("member-offers");

    public static readonly OperatorId First = OperatorId.Parse("operator-a"), Second = OperatorId.Parse("operator-b");

    public static readonly SenderId Port = SenderId.Parse("106912340001");

    /// <summary>Everything in one place that must never be seen in clear.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [Imei, Imsi, Oaid, Idfa];

    public static ServicePolicy ParcelPolicy { get; } = Policy(Parcels, 2, new("包裹通知", "Parcel notices"), new("告诉您包裹的派送与取件进度。", "Where your parcel is and how to collect it."),
        [new(Channel.Sms, new Promise(540, 1200, 5, 20, [Port])), new(Channel.Voice, new Promise(600, 1080, 1, 3, [SenderId.Parse("95112340")]))], [30, 90, 180],
        [IdentifierType.Oaid, IdentifierType.Imei, IdentifierType.Imsi]);

    public static ServicePolicy OlderParcelPolicy { get; } = ParcelPolicy with { Version = 1, TermDays = [30], Content = new("只有派送进度。", "Delivery progress only.") };

    public static ServicePolicy OfferPolicy { get; } = Policy(Offers, 1, new("会员优惠", "Member offers"), new("会员寄件优惠与活动消息。", "Discounts and campaigns for members."),
        [new(Channel.Sms, new Promise(540, 1200, 1, 2, [SenderId.Parse("106912340002")]))], [30, 90], [IdentifierType.Oaid]);

    public static IReadOnlyList<ServicePolicy> Policies { get; } = [OlderParcelPolicy, ParcelPolicy, OfferPolicy, OfferPolicy with { EnterpriseId = EnterpriseId.Parse("qinghe-clinic") }];

    public static IReadOnlyList<SampleDevice> Devices { get; } =
    [
        new(new("小雁的手机", "Yan's phone"), IdentifierType.Imei, Imei), new(new("小雁的手机", "Yan's phone"), IdentifierType.Imsi, Imsi),
        new(new("小雁的手机", "Yan's phone"), IdentifierType.Oaid, Oaid), new(new("小禾的手机", "He's phone"), IdentifierType.Idfa, Idfa),
    ];

    private static ServicePolicy Policy(
        ServiceId service, int version, LocalText name, LocalText content, IReadOnlyList<ChannelOffer> offers, IReadOnlyList<int> terms, IReadOnlyList<IdentifierType> identifiers) =>
        new(1, Enterprise, service, version, new("鸿雁快递", "Hongyan Express"), new("公信第三方与您的电信运营商", "The trusted third party and your telecom operator"), name, content, offers, terms,
            identifiers, Assurance.Browser, new("鸿雁快递客服 95123", "Hongyan Express service desk 95123"), new($"我的 › 订阅 › {name.Zh}", $"Me › Subscriptions › {name.En}"),
            "https://hongyan.example/subscriptions");
}
