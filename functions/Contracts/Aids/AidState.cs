using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>Life of an AID (ISC-6.1.2.2).</summary>
[JsonConverter(typeof(WireEnumConverter<AidState>))]
public enum AidState
{
    /// <summary>Not an AID of this enterprise: unknown and foreign ones look the same.</summary>
    Unknown,

    /// <summary>Usable.</summary>
    Active,

    /// <summary>Withdrawn.</summary>
    Revoked,

    /// <summary>Its term is over.</summary>
    Expired,
}
