using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>What is handed over.</summary>
[JsonConverter(typeof(WireEnumConverter<OrderKind>))]
public enum OrderKind
{
    /// <summary>An enterprise's message.</summary>
    Message,

    /// <summary>The operator's own notice to a subscriber about a new authorisation; no promise counts it.</summary>
    Notice,
}
