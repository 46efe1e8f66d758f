using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>Outcome of one message: REFUSED, or SUBMITTED &lt; UNKNOWN &lt; DELIVERED or FAILED. A lower one never replaces a higher one.</summary>
[JsonConverter(typeof(WireEnumConverter<SendOutcome>))]
public enum SendOutcome
{
    /// <summary>Never handed to a gateway.</summary>
    Refused,

    /// <summary>The gateway took it; no receipt yet.</summary>
    Submitted,

    /// <summary>Whether the gateway took it can't be known (a crash in between); never sent again.</summary>
    Unknown,

    /// <summary>A receipt says it failed.</summary>
    Failed,

    /// <summary>A receipt says it arrived.</summary>
    Delivered,
}
