using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>Languages of pages and messages.</summary>
[JsonConverter(typeof(WireEnumConverter<Language>))]
public enum Language
{
    /// <summary>Chinese (zh-CN), the default.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}
