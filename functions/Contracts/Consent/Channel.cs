using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>How a person is reached; each is ticked apart (ISC-3.1, 3.2).</summary>
[JsonConverter(typeof(WireEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>Short message.</summary>
    Sms,

    /// <summary>Voice call.</summary>
    Voice,
}
