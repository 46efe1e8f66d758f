using Ascs.Hosts.Handset.Pages;
using Ascs.Hosts.Handset.Store;
using Microsoft.Data.Sqlite;

namespace Ascs.Hosts.Handset.Phones;

/// <summary>Reads conversations. Each looks at the newest rows of a thread only, so a thread of a million messages costs no more than a short one.</summary>
internal static class ThreadQueries
{
    internal const int PageOfBubbles = 100;

    private const string Threads = """
        SELECT t.thread, g.name, t.port, t.read_to FROM threads t JOIN gateways g ON g.gateway = t.gateway WHERE t.phone = $1
        """;
    private const string Newest = "SELECT row, ending IS NULL, text, segments, at, ending FROM messages WHERE thread = $1 AND row < $2 ORDER BY row DESC LIMIT $3";

    /// <summary>The threads of a phone, the liveliest first.</summary>
    internal static List<ThreadLine> ThreadsOf(this Ledger ledger, long phone, long now) =>
    [
        .. ledger[Threads].Rows(row => (Thread: row.GetInt64(0), Gateway: row.GetString(1), Port: row.GetString(2), ReadTo: row.GetInt64(3)), phone)
            .Select(t =>
            {
                var shown = ledger.Shown(t.Thread, now).Bubbles;
                var unread = shown.Count(b => !b.Mine && b.At > Moments.At(t.ReadTo));
                return new ThreadLine(t.Thread, t.Gateway, t.Port, unread, shown.LastOrDefault());
            })
            .OrderByDescending(t => t.Last?.At ?? default).ThenBy(t => t.Port, StringComparer.Ordinal),
    ];

    /// <summary>What the phone shows of a thread, oldest first, and from where to go on further back (null: that was all).</summary>
    internal static (List<Bubble> Bubbles, long? Before) Shown(this Ledger ledger, long thread, long now, long before = long.MaxValue)
    {
        var rows = ledger[Newest].Rows(Read, thread, before, PageOfBubbles);
        var shown = rows.Where(r => r.Visible && r.Bubble.At <= Moments.At(now)).Select(r => r.Bubble).OrderBy(b => b.At).ThenBy(b => b.Row).ToList();
        return (shown, rows.Count == PageOfBubbles ? rows[^1].Bubble.Row : null);
    }

    private static (Bubble Bubble, bool Visible) Read(SqliteDataReader row)
    {
        var mine = row.GetBoolean(1);
        var bubble = new Bubble(row.GetInt64(0), mine, row.GetString(2), row.GetInt32(3), Moments.At(row.GetInt64(4)));
        return (bubble, mine || row.GetInt32(5) == (int)Simulation.Ending.Delivered);
    }
}
