using System.Globalization;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>An instant as the wire carries it: whole milliseconds since 1970-01-01T00:00:00Z, a JSON number, 0 to 253402300799999.</summary>
[JsonConverter(typeof(UnixTimeConverter))]
public readonly record struct UnixTime : IComparable<UnixTime>
{
    private const long Max = 253_402_300_799_999;

    private UnixTime(long milliseconds) => Milliseconds = milliseconds;

    /// <summary>Milliseconds since the epoch.</summary>
    public long Milliseconds { get; }

    /// <summary>The instant, cut to the millisecond.</summary>
    public static UnixTime From(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());

    /// <summary>False outside the range.</summary>
    public static bool TryFrom(long milliseconds, out UnixTime value)
    {
        var valid = milliseconds is >= 0 and <= Max;
        value = valid ? new UnixTime(milliseconds) : default;
        return valid;
    }

    /// <summary>The instant in UTC.</summary>
    public DateTimeOffset ToTime() => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);

    /// <inheritdoc/>
    public int CompareTo(UnixTime other) => Milliseconds.CompareTo(other.Milliseconds);

    /// <summary>Earlier.</summary>
    public static bool operator <(UnixTime left, UnixTime right) => left.Milliseconds < right.Milliseconds;

    /// <summary>Later.</summary>
    public static bool operator >(UnixTime left, UnixTime right) => left.Milliseconds > right.Milliseconds;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(UnixTime left, UnixTime right) => left.Milliseconds <= right.Milliseconds;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(UnixTime left, UnixTime right) => left.Milliseconds >= right.Milliseconds;

    /// <inheritdoc/>
    public override string ToString() => Milliseconds.ToString(CultureInfo.InvariantCulture);
}
