using System.Globalization;
using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Operator.Subscribers;

/// <summary>
/// One line of a subscriber file. A line without identifier says only who holds the number; the subscriber <c>PORTED_AWAY</c> on such a line says that the
/// number went to another operator.
/// </summary>
/// <param name="Identifier">Null on a line about the number alone.</param>
/// <param name="Customer">The operator's customer number, 1 to 64 characters; null when ported away.</param>
/// <param name="Number">The number.</param>
/// <param name="From">First second.</param>
/// <param name="To">First second that is out again.</param>
internal readonly record struct CsvRow(Identifier? Identifier, string? Customer, PhoneNumber Number, uint From, uint To)
{
    public const string Header = "identifierType,identifier,subscriber,number,validFrom,validTo";
    public const string PortedAway = "PORTED_AWAY";
    private const int MaxLine = 512;

    private static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"];

    private static readonly Dictionary<string, IdentifierType> Types =
        Enum.GetValues<IdentifierType>().ToDictionary(t => JsonNamingPolicy.SnakeCaseUpper.ConvertName(t.ToString()), StringComparer.Ordinal);

    /// <summary>The row, or the first rule the line breaks.</summary>
    public static string? Parse(string line, out CsvRow row)
    {
        row = default;
        if (line.Length > MaxLine) return "LINE_TOO_LONG";
        var fields = line.Split(',');
        if (fields.Length != 6) return "COLUMNS_NOT_SIX";
        if (fields.Any(f => f.Contains('"', StringComparison.Ordinal))) return "QUOTES_NOT_TAKEN";
        if (ReadIdentifier(fields[0], fields[1], out var identifier) is { } fault) return fault;
        if (fields[2].Length is 0 or > 64) return "SUBSCRIBER_INVALID";
        var ported = fields[2] == PortedAway;
        if (ported && identifier is not null) return "PORTED_LINE_HAS_IDENTIFIER";
        if (!PhoneNumber.TryParse(fields[3], out var number)) return "NUMBER_INVALID";
        if (!TryTime(fields[4], out var from)) return "VALID_FROM_INVALID";
        var to = Holding.Open;
        if (fields[5].Length > 0 && !TryTime(fields[5], out to)) return "VALID_TO_INVALID";
        if (to <= from) return "PERIOD_EMPTY";
        row = new(identifier, ported ? null : fields[2], number, from, to);
        return null;
    }

    private static string? ReadIdentifier(string type, string text, out Identifier? identifier)
    {
        identifier = null;
        if (type.Length == 0 && text.Length == 0) return null;
        if (!Types.TryGetValue(type, out var kind)) return "IDENTIFIER_TYPE_UNKNOWN";
        if (!Subscribers.Identifier.TryParse(kind, text, out var known)) return $"{type}_INVALID";
        identifier = known;
        return null;
    }

    // A date is its midnight at +08:00; an instant is RFC 3339 to the second.
    private static bool TryTime(string text, out uint seconds)
    {
        seconds = 0;
        DateTimeOffset time;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            time = new(date, TimeOnly.MinValue, Promise.Offset);
        else if (!DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
            return false;
        var value = time.ToUnixTimeSeconds();
        if (value is < 0 or >= Holding.Open) return false;
        seconds = (uint)value;
        return true;
    }
}
