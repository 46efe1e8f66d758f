using Ascs.Contracts;

namespace Ascs.Operator;

/// <summary>What an operator's platform needs to know.</summary>
public sealed record OperatorOptions
{
    /// <summary>Which operator it is.</summary>
    public required OperatorId OperatorId { get; init; }

    /// <summary>Name shown to people.</summary>
    public required LocalText Name { get; init; }

    /// <summary>IMSI prefixes that are its own: 460 and two digits.</summary>
    public IReadOnlyList<string> NetworkCodes { get; init; } = [];

    /// <summary>Subscriber file imported at start when it differs from what was imported last; null imports nothing.</summary>
    public string? SubscribersFile { get; init; }

    /// <summary>The gateway's root address.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>Its name at the gateway.</summary>
    public required string GatewayName { get; init; }

    /// <summary>File of mode 0600 with the gateway's bearer secret on one line.</summary>
    public required string GatewaySecretFile { get; init; }

    /// <summary>JSON list of <see cref="MessageTemplate"/>: every approved version; null is none.</summary>
    public string? TemplatesFile { get; init; }

    /// <summary>JSON list of <see cref="ServicePolicy"/>: names for notices, and which enterprise is behind which port; null is none.</summary>
    public string? PoliciesFile { get; init; }

    /// <summary>Port from which subscriber notices come.</summary>
    public required SenderId NoticePort { get; init; }

    /// <summary>Identifiers an enterprise may be wrong about in a clock hour whatever else it asks.</summary>
    public int MissesPerHour { get; init; } = 30;

    /// <summary>
    /// And for every different person it was right about in that hour. With three identifiers a person, 20 suit an operator of an eighth of the people its
    /// enterprises ask about; a smaller one sets more.
    /// </summary>
    public int MissesPerPerson { get; init; } = 20;

    /// <summary>Most short messages one text may take.</summary>
    public int MaxSegments { get; init; } = 8;

    /// <summary>Texts that hold one of these are refused.</summary>
    public IReadOnlyList<string> ForbiddenWords { get; init; } = [];

    /// <summary>
    /// How long an order without receipt stays open. Longer than the 72 hours after which the trusted party attests an outcome as it stands: a receipt that comes
    /// later still than that is reported, and corrects it.
    /// </summary>
    public TimeSpan ReceiptDeadline { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Gateway calls in flight.</summary>
    public int GatewayCalls { get; init; } = 4;
}
