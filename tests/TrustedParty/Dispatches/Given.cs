using System.Buffers.Binary;
using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;

namespace Ascs.TrustedParty.Tests.Dispatches;

/// <summary>A bank, its parcel service and its people, as the tests of dispatches need them.</summary>
internal static class Given
{
    public static readonly EnterpriseId Bank = EnterpriseId.Parse("bank");
    public static readonly EnterpriseId Shop = EnterpriseId.Parse("shop");
    public static readonly ServiceId Offers = ServiceId.Parse("offers");
    public static readonly SenderId Port = SenderId.Parse("10690001");
    public static readonly OperatorId North = OperatorId.Parse("north");
    public static readonly OperatorId South = OperatorId.Parse("south");
    public static readonly Promise Promised = new(9 * 60, 18 * 60, 2, 5, [Port]);
    public static readonly SendPlan Plan = new(Bank, Offers, Channel.Sms, Port);
    public static readonly DispatchId Dispatch = DispatchId.From(Base32.Encode128(1));

    /// <summary>Wednesday 2026-08-05, 12:00 at +08:00: inside every promise.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 8, 5, 12, 0, 0, Promise.Offset);

    public static ServicePolicy Policy(Promise? promise = null, Assurance required = Assurance.EnterpriseOnly) =>
        new(1, Bank, Offers, 1, Text, Text, Text, Text, [new ChannelOffer(Channel.Sms, promise ?? Promised)], [90], [IdentifierType.Imei], required, Text, Text,
            "https://bank.example/subscriptions");

    public static AidRecord Record(int person = 1, Promise? promise = null, OperatorId? home = null, int? tag = null) =>
        new(1, AidOf(person), Authorisation(person), Bank, Offers, 1, [new ChannelOffer(Channel.Sms, promise ?? Promised)], Language.Zh, home ?? North,
            Tag(tag ?? person), Digest.From(Bytes(32, person)), UnixTime.From(Noon.AddDays(-10)), UnixTime.From(Noon.AddDays(80)), Assurance.Browser, 1, 2,
            Digest.From(Bytes(32, 1)), Digest.From(Bytes(32, 2)));

    public static Aid AidOf(int person) => Aid.FromBytes(Bytes(16, person));

    public static AuthorisationId Authorisation(int person) => AuthorisationId.From(Base32.Encode128((UInt128)(uint)person));

    public static SubscriberTag Tag(int person) => SubscriberTag.From(Bytes(32, person));

    public static UnixTime At(DateTimeOffset time) => UnixTime.From(time);

    private static LocalText Text { get; } = new("银行", "Bank");

    private static byte[] Bytes(int length, int number)
    {
        var bytes = new byte[length];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(length - 4), number);
        return bytes;
    }
}
