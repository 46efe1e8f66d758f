using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>What a platform is to the one it is paired with.</summary>
[JsonConverter(typeof(WireEnumConverter<Role>))]
public enum Role
{
    /// <summary>An enterprise's platform (ISC-6.1).</summary>
    Enterprise,

    /// <summary>The trusted third party (ISC-6.2).</summary>
    TrustedParty,

    /// <summary>A telecom operator (ISC-6.3).</summary>
    Operator,

    /// <summary>An enterprise's own back office, paired with its enterprise platform.</summary>
    BackOffice,
}
