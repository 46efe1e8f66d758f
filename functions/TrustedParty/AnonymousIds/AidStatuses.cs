using System.Text.Json;
using Ascs.Contracts;
using Ascs.TrustedParty.Events;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>What an enterprise is told of its AID.</summary>
internal static class AidStatuses
{
    /// <summary>The state at an instant.</summary>
    public static AidStatus Of(AidRecord record, DateTimeOffset now) => new(
        record.Aid, record.StateAt(now), record.ServiceId, [.. record.Offers.Select(offer => offer.Channel)], record.ExpiresAt, record.Assurance, record.RevokedAt);

    /// <summary>The event that says so.</summary>
    public static PendingEvent Changed(AidRecord record, DateTimeOffset at) => new(
        EventTypes.AidChanged, record.Aid, at, JsonSerializer.SerializeToElement(Of(record, at), WireOptions.Tolerant.GetTypeInfo(typeof(AidStatus))));
}
