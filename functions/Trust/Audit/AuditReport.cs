using System.Globalization;
using System.Text;
using Ascs.Trust.Audit.Alerts;

namespace Ascs.Trust.Audit;

/// <summary>The offline analysis (CHEAA-4.1.6 a): what a span of the trail amounts to, and what the rules find in it.</summary>
/// <param name="policy">From how many on something is unusual.</param>
public sealed class AuditReport(AlertPolicy policy)
{
    private readonly SortedDictionary<(string Who, string Result), long> calls = [];
    private readonly SortedDictionary<(string Event, string Who, string What, string Result), long> acts = [];
    private readonly List<Alert> found = [];
    private AlertState state = AlertState.Empty;
    private long records, pages, starts, stops;

    /// <summary>Takes the next record.</summary>
    public void Add(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        records++;
        (state, var alerts) = AlertRules.Judge(state, entry, policy);
        found.AddRange(alerts);
        switch (entry.Event)
        {
            case AuditEvent.Call: Count(calls, (entry.Who, entry.Result), entry.Count); break;
            case AuditEvent.Page: pages += entry.Count; break;
            case AuditEvent.PlatformStarted: starts++; break;
            case AuditEvent.PlatformStopped: stops++; break;
            default: Count(acts, (entry.Event.ToString(), entry.Who, entry.What, entry.Result), entry.Count); break;
        }
    }

    /// <summary>For people.</summary>
    public string ToText()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{records} records; {pages} pages shown; {starts} starts, {stops} stops\n\nCalls by platform and result\n");
        foreach (var ((who, result), count) in calls) text.Append(CultureInfo.InvariantCulture, $"  {who,-18} {result,-26} {count,10}\n");
        text.Append("\nOther acts\n");
        foreach (var ((kind, who, what, result), count) in acts) text.Append(CultureInfo.InvariantCulture, $"  {kind,-20} {who,-24} {what,-40} {result,-14} {count,6}\n");
        text.Append("\nUnusual\n");
        foreach (var alert in found) text.Append(CultureInfo.InvariantCulture, $"  {alert.At.ToTime():yyyy-MM-dd HH:mm:ss}Z {alert.What} ({alert.Count}): {AlertTexts.Of(alert.Rule).English}\n");
        // A start behind a start is a platform that ended by itself: a crash, a kill, a loss of power.
        if (starts > stops + 1) text.Append(CultureInfo.InvariantCulture, $"  {starts - stops - 1} ends without a stop: look at the journal\n");
        if (found.Count == 0 && starts <= stops + 1) text.Append("  nothing\n");
        return text.ToString();
    }

    private static void Count<T>(SortedDictionary<T, long> counts, T key, int count)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + count;
}
