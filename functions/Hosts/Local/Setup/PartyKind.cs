using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.Hosts.Local.Setup;

/// <summary>What a folder made by `init` holds.</summary>
[JsonConverter(typeof(WireEnumConverter<PartyKind>))]
internal enum PartyKind
{
    /// <summary>The trusted third party's platform.</summary>
    TrustedParty,

    /// <summary>An operator's platform.</summary>
    Operator,

    /// <summary>An enterprise's platform.</summary>
    Enterprise,

    /// <summary>An enterprise's own back office: it calls, and serves nothing.</summary>
    BackOffice,
}
