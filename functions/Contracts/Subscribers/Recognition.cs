using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>An operator's answer to sealed ids.</summary>
[JsonConverter(typeof(WireEnumConverter<Recognition>))]
public enum Recognition
{
    /// <summary>All are of one subscriber, who is pinned as of now.</summary>
    Recognised,

    /// <summary>None is known here.</summary>
    NotRecognised,

    /// <summary>They point to different subscribers.</summary>
    IdentifiersDisagree,

    /// <summary>A seal does not open, or is not of this enterprise, text or nonce.</summary>
    SealRefused,

    /// <summary>Too many misses of this enterprise lately, or too many authorisations of this person that have not ended.</summary>
    TooManyMisses,
}
