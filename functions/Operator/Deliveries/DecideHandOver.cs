using Ascs.Contracts;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Deliveries;

/// <summary>May this order be handed over now? The first rule that fails answers. Pure; the answer holds for exactly the link it was given (its etag).</summary>
internal static class DecideHandOver
{
    public static HandOverDecision Decide(in HandOverCase of, DateTimeOffset now)
    {
        // Tag, authorisation and sealed id must belong together as they were recognised; which of them does not is nobody's business.
        if (of.Link is not { } link || link.Enterprise != of.Context.EnterpriseId
            || link.Find(of.Order.AuthorisationId) is not { } authorisation || !authorisation.SealedIds.Contains(of.Order.SealedId))
            return new HandOverDecision.Refused(SendReason.Unreachable);
        var intent = link.Intent(of.Order.OrderId);
        if (intent is not null && intent.Chunk != of.Chunk) return new HandOverDecision.Repeated();
        if (of.Order.NotAfter.ToTime() <= now) return new HandOverDecision.TooLate();
        if (intent is not null && of is { Conversion: Conversion.To known, Text: { } ready }) return new HandOverDecision.Intended(known.Number, ready);
        if (authorisation.BlockedAt is not null) return new HandOverDecision.Refused(SendReason.Blocked);
        if (authorisation.ExpiresAt.ToTime() <= now) return new HandOverDecision.Refused(SendReason.AuthorisationExpired);
        if (of.Conversion is Conversion.Refused refused) return new HandOverDecision.Refused(refused.Reason);
        if (of.Text is not { } text) return new HandOverDecision.Refused(SendReason.ContentRefused);
        if (link.IsFull(UnixTime.From(now))) return new HandOverDecision.Refused(SendReason.NotNow);
        return of.Conversion is Conversion.To to ? new HandOverDecision.HandOver(to.Number, text) : new HandOverDecision.Refused(SendReason.Unreachable);
    }
}
