using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>What an operator reports.</summary>
[JsonConverter(typeof(WireEnumConverter<OutcomeKind>))]
public enum OutcomeKind
{
    /// <summary>Not handed over and never will be under this order; the reason says why.</summary>
    Refused,

    /// <summary>Provably never handed over (a restart found no intent): the trusted party may order again.</summary>
    NotSent,

    /// <summary>The gateway took it.</summary>
    Submitted,

    /// <summary>Intent recorded, outcome lost in a crash.</summary>
    Unknown,

    /// <summary>Receipt: failed.</summary>
    Failed,

    /// <summary>Receipt: arrived.</summary>
    Delivered,

    /// <summary>The person replied.</summary>
    Reply,

    /// <summary>The person replied with an opt-out word; the operator has blocked already.</summary>
    OptOut,
}
