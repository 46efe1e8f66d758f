using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>Where a dispatch stands.</summary>
[JsonConverter(typeof(WireEnumConverter<DispatchPhase>))]
public enum DispatchPhase
{
    /// <summary>Waiting for its time.</summary>
    Scheduled,

    /// <summary>Being verified, translated and handed to operators.</summary>
    Sending,

    /// <summary>Handed over; outcomes still missing.</summary>
    AwaitingOutcomes,

    /// <summary>Every AID has an attested outcome.</summary>
    Attested,
}
