using Ascs.Hosts.Handset.Store;
using Ascs.Hosts.Handset.Texts;

namespace Ascs.Hosts.Handset.Phones;

/// <summary>Reads the list of phones.</summary>
internal static class PhoneQueries
{
    internal const int PageOfPhones = 50;

    // Looks at the newest 20,000 rows, whatever the size of the store: who was not heard of for longer is found in the whole list.
    private const string Recent = """
        SELECT p.phone, p.number FROM (SELECT thread, row FROM messages ORDER BY row DESC LIMIT 20000) m
        JOIN threads t ON t.thread = m.thread JOIN phones p ON p.phone = t.phone GROUP BY p.phone ORDER BY max(m.row) DESC LIMIT $1
        """;
    private const string Known = "SELECT phone, number FROM phones WHERE phone < $1 ORDER BY phone DESC LIMIT $2";
    private const string One = "SELECT phone, number FROM phones WHERE phone = $1";
    private const string Count = "SELECT count(*) FROM phones";

    internal static List<PhoneLine> RecentPhones(this Ledger ledger, long now) =>
        [.. ledger[Recent].Rows(Read, PageOfPhones).Select(p => Line(ledger, p, now)).OrderByDescending(l => l.Last?.At ?? default)];

    /// <summary>All phones, the newest first, and from where to go on (null: that was all).</summary>
    internal static (List<PhoneLine> Lines, long? Before) AllPhones(this Ledger ledger, long now, long before)
    {
        var found = ledger[Known].Rows(Read, before, PageOfPhones);
        return ([.. found.Select(p => Line(ledger, p, now))], found.Count == PageOfPhones ? found[^1].Phone : null);
    }

    internal static (long Phone, string Masked)? FindPhone(this Ledger ledger, string id) =>
        ledger.PhoneOf(id) is { } phone && ledger[One].Rows(Read, phone) is [var found] ? (found.Phone, Digits.Mask(found.Number)) : null;

    internal static long CountPhones(this Ledger ledger) => ledger[Count].Number()!.Value;

    private static (long Phone, string Number) Read(Microsoft.Data.Sqlite.SqliteDataReader row) => (row.GetInt64(0), row.GetString(1));

    private static PhoneLine Line(Ledger ledger, (long Phone, string Number) phone, long now)
    {
        var threads = ledger.ThreadsOf(phone.Phone, now);
        return new PhoneLine(ledger.PhoneIdOf(phone.Phone), Digits.Mask(phone.Number), threads.Sum(t => t.Unread), threads.FirstOrDefault()?.Last);
    }
}
