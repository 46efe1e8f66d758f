namespace Ascs.Operator.Subscribers;

/// <summary>
/// The identifier's number as of the consent date, and whether it may still be written to (ISC-6.3.2.1). Numbers are recycled within months and ported within
/// days, so the number of then is only used while the same subscriber holds it now. A new number of the same person was not consented to.
/// </summary>
internal static class ConvertNumber
{
    /// <summary>Pure.</summary>
    /// <param name="pinned">The subscriber at the consent.</param>
    /// <param name="number">The number at the consent.</param>
    /// <param name="rows">All holders of that number that are known, in any order.</param>
    /// <param name="now">When it would be handed over.</param>
    public static Conversion Decide(SubscriberRef pinned, PhoneNumber number, IReadOnlyList<Holding> rows, DateTimeOffset now)
    {
        var held = Conversion.Refused.Gone as Conversion;
        foreach (var row in rows)
        {
            if (!row.Covers(now)) continue;
            if (row.Subscriber == SubscriberRef.PortedAway) return Conversion.Refused.Ported;
            if (row.Subscriber != pinned) return Conversion.Refused.Changed;
            held = new Conversion.To(number, Math.Min(row.To, held is Conversion.To earlier ? earlier.Until : Holding.Open));
        }

        return held;
    }
}
