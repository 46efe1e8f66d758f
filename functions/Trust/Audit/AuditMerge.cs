using Ascs.Contracts;

namespace Ascs.Trust.Audit;

/// <summary>What of a second's entries goes on record (ISC-7.6: the same thing is not kept twice).</summary>
internal static class AuditMerge
{
    /// <summary>Entries with a trace id stand alone. Of those without, equal ones become one with a count: the many pages people open cost one record a kind.</summary>
    /// <param name="entries">In order.</param>
    /// <param name="lost">How many more there were no room for.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<AuditEntry> Of(IReadOnlyList<AuditEntry> entries, int lost, DateTimeOffset now)
    {
        var kept = new List<AuditEntry>(entries.Count + 1);
        var places = new Dictionary<(AuditEvent, string, string, string), int>();
        foreach (var entry in entries)
        {
            if (entry.TraceId is null && !places.TryAdd((entry.Event, entry.Who, entry.What, entry.Result), kept.Count))
            {
                var place = places[(entry.Event, entry.Who, entry.What, entry.Result)];
                kept[place] = kept[place] with { Count = kept[place].Count + entry.Count };
            }
            else
            {
                kept.Add(entry);
            }
        }

        if (lost > 0) kept.Add(new AuditEntry(AuditEvent.AuditLost, AuditEntry.Platform, "records", AuditEntry.Ok, null, UnixTime.From(now)) { Count = lost });
        return kept;
    }
}
