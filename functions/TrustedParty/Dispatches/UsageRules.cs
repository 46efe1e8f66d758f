using Ascs.Contracts;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>The arithmetic of promises. Pure.</summary>
internal static class UsageRules
{
    /// <summary>Entries kept inline; more than that and the oldest that no longer count go to a page.</summary>
    public const int MostInline = 24;

    /// <summary>What was counted on the calendar day and week of <paramref name="at"/>, not counting the message itself: it may be there from before a crash.</summary>
    public static UsageCounts Counts(Usage usage, Channel channel, UnixTime at, DispatchId dispatch, int recipient)
    {
        var (day, week) = (PromiseCalendar.DayOf(at), PromiseCalendar.WeekOf(at));
        var (inDay, inWeek) = (0, 0);
        foreach (var entry in usage.Entries)
        {
            if (!entry.Counted || entry.Notice is not null || entry.Channel != channel || PromiseCalendar.WeekOf(entry.At) != week || entry.IsOf(dispatch, recipient)) continue;
            inWeek++;
            if (PromiseCalendar.DayOf(entry.At) == day) inDay++;
        }

        return new(inDay, inWeek);
    }

    /// <summary>Whether another notice of the service counts on the calendar day of <paramref name="at"/>.</summary>
    public static bool IsTold(Usage usage, ServiceId service, UnixTime at, DispatchId dispatch) => usage.Entries.Any(e =>
        e.Counted && e.Notice == service && e.DispatchId != dispatch && PromiseCalendar.DayOf(e.At) == PromiseCalendar.DayOf(at));

    /// <summary>Notes a message once: noting it again changes what was noted and never counts it twice.</summary>
    public static Usage Note(
        Usage usage, DispatchId dispatch, int recipient, AuthorisationId authorisation, UnixTime at, Channel channel, bool counted, ServiceId? notice = null)
    {
        var (authorisations, place) = Place(usage.Authorisations, authorisation);
        var entry = new UsageEntry(dispatch, recipient, place, at, channel, counted, notice);
        var entries = usage.Entries.ToList();
        var index = entries.FindIndex(e => e.IsOf(dispatch, recipient));
        if (index < 0) entries.Add(entry);
        else entries[index] = entry;
        return usage with { Authorisations = authorisations, Entries = entries };
    }

    /// <summary>Gives a message back: only when it is proved that it was never handed over. The same object when there is nothing to give back.</summary>
    public static Usage GiveBack(Usage usage, DispatchId dispatch, int recipient) =>
        usage.Entries.Any(e => e.Counted && e.IsOf(dispatch, recipient))
            ? usage with { Entries = [.. usage.Entries.Select(e => e.IsOf(dispatch, recipient) ? e with { Counted = false } : e)] }
            : usage;

    /// <summary>Moves what no longer counts into a page when the document has grown.</summary>
    /// <param name="usage">The document.</param>
    /// <param name="now">Entries of its week stay.</param>
    /// <returns>The document without the page, and the page's entries; the same object and none when it is small.</returns>
    public static (Usage Usage, IReadOnlyList<UsageEntry> Page) Overflow(Usage usage, UnixTime now)
    {
        if (usage.Entries.Count <= MostInline) return (usage, []);
        var week = PromiseCalendar.WeekOf(now);
        var old = usage.Entries.Where(e => !e.Counted || PromiseCalendar.WeekOf(e.At) < week).Take(usage.Entries.Count * 2 / 3).ToList();
        if (old.Count < MostInline / 2) return (usage, []);
        var leaves = old.ToHashSet();
        return (usage with { Pages = usage.Pages + 1, Entries = [.. usage.Entries.Where(e => !leaves.Contains(e))] }, old);
    }

    private static (IReadOnlyList<AuthorisationId> All, int Place) Place(IReadOnlyList<AuthorisationId> all, AuthorisationId authorisation)
    {
        for (var i = 0; i < all.Count; i++)
            if (all[i] == authorisation) return (all, i);
        return ([.. all, authorisation], all.Count);
    }
}
