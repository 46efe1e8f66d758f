using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.Trust.Directory;

/// <summary>How things stand between this platform and a peer.</summary>
[JsonConverter(typeof(WireEnumConverter<PeerState>))]
public enum PeerState
{
    /// <summary>They call each other.</summary>
    Active,

    /// <summary>For a while neither calls the other; what was agreed stays and can be taken up again.</summary>
    Suspended,

    /// <summary>The pairing is over: nobody, until paired anew.</summary>
    Closed,
}
