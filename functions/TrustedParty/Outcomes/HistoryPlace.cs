using System.Globalization;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>Where a page of the history of an AID begins.</summary>
/// <param name="Page">Page of the usage; the inline entries are the one after the last full page.</param>
/// <param name="Skip">How many of the AID's entries in it, from the newest, were given already.</param>
internal readonly record struct HistoryPlace(int Page, int Skip)
{
    /// <summary>The cursor, [0-9-].</summary>
    public string ToCursor() => string.Create(CultureInfo.InvariantCulture, $"{Page}-{Skip}");

    /// <summary>The place of a cursor; null for any other text.</summary>
    public static HistoryPlace? FromCursor(string cursor)
    {
        var parts = cursor.Split('-');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var skip))
            return null;
        var place = new HistoryPlace(page, skip);
        return place.ToCursor() == cursor ? place : null;
    }
}
