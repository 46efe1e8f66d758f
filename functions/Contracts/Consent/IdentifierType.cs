using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>Device and virtual identifiers an enterprise may collect (ISC-6.1.1.3).</summary>
[JsonConverter(typeof(WireEnumConverter<IdentifierType>))]
public enum IdentifierType
{
    /// <summary>15 digits with a Luhn check digit.</summary>
    Imei,

    /// <summary>15 digits, mobile country code 460.</summary>
    Imsi,

    /// <summary>UUID or up to 64 characters, Mobile Security Alliance.</summary>
    Oaid,

    /// <summary>UUID, Apple.</summary>
    Idfa,

    /// <summary>Zhuoxin ID.</summary>
    ZhuoxinId,

    /// <summary>A token of the operator's gateway.</summary>
    CarrierToken,
}
