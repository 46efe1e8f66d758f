using Ascs.Contracts;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>What an enterprise sees of a record.</summary>
internal static class AidStatuses
{
    /// <summary>The status by the clock.</summary>
    public static AidStatus Of(AidRecord record, DateTimeOffset now) => new(
        record.Aid, record.StateAt(now), record.ServiceId, [.. record.Offers.Select(offer => offer.Channel)], record.ExpiresAt, record.Assurance, record.RevokedAt);

    /// <summary>The one answer for AIDs that don't exist and AIDs of others.</summary>
    public static AidStatus Unknown(Aid aid) => new(aid, AidState.Unknown);
}
