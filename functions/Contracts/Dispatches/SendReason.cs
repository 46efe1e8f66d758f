using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>Why a message does not go out or did not arrive. <see cref="SendReasons.ForEnterprise"/> says what an enterprise sees of each.</summary>
[JsonConverter(typeof(WireEnumConverter<SendReason>))]
public enum SendReason
{
    /// <summary>Unknown AID, or another enterprise's: one and the same.</summary>
    AidUnknown,

    /// <summary>The authorisation is of another service.</summary>
    ServiceNotConsented,

    /// <summary>The authorisation was withdrawn.</summary>
    AuthorisationRevoked,

    /// <summary>Its term is over.</summary>
    AuthorisationExpired,

    /// <summary>The channel was not ticked.</summary>
    ChannelNotConsented,

    /// <summary>Outside the promised hours; never moved.</summary>
    OutsidePromisedHours,

    /// <summary>The promised number a day is reached.</summary>
    DailyCapReached,

    /// <summary>The promised number a week is reached.</summary>
    WeeklyCapReached,

    /// <summary>Not one of the promised ports.</summary>
    SenderNotPromised,

    /// <summary>The consent has less assurance than the service requires.</summary>
    AssuranceTooLow,

    /// <summary>The operator could not render the template with these variables.</summary>
    ContentRefused,

    /// <summary>It could not be handed over in time.</summary>
    TooLate,

    /// <summary>The person can't be reached under this authorisation; the enterprise is not told why.</summary>
    Unreachable,

    /// <summary>Not now; the enterprise is not told why.</summary>
    NotNow,

    /// <summary>Operator's: the identifier's number has a new holder.</summary>
    SubscriberChanged,

    /// <summary>Operator's: the number was ported to another operator.</summary>
    PortedAway,

    /// <summary>Operator's: a block stands.</summary>
    Blocked,

    /// <summary>Operator's: the gateway refused it.</summary>
    GatewayRefused,

    /// <summary>Operator's: the receipt says it failed.</summary>
    NotDelivered,

    /// <summary>No receipt came in time.</summary>
    NoReceipt,
}
