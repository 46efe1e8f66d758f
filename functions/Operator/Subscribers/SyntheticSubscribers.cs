using System.Globalization;

namespace Ascs.Operator.Subscribers;

/// <summary>
/// Valid subscriber files of nobody: IMEI with check digit, IMSI with the operator's network code, OAID and IDFA by turns, numbers of the operator's ranges,
/// all different. The same count, seed and operator give the same lines.
/// </summary>
public static class SyntheticSubscribers
{
    private const int LinesEach = 3;

    /// <summary>The header and three lines for each subscriber, one after the other: nothing is held in memory.</summary>
    /// <param name="count">Subscribers, 1 to 50 million.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="of">Whose.</param>
    public static IEnumerable<string> Lines(int count, long seed, SyntheticOperator of)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 50_000_000);
        return Make(count, (ulong)seed, of);
    }

    /// <summary>Writes such a file; three times as many lines as subscribers.</summary>
    /// <returns>Lines without the header.</returns>
    public static async Task<int> WriteAsync(TextWriter writer, int count, long seed, SyntheticOperator of, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var line in Lines(count, seed, of))
        {
            ct.ThrowIfCancellationRequested();
            writer.Write(line);
            writer.Write('\n');
        }

        await writer.FlushAsync(ct);
        return count * LinesEach;
    }

    private static IEnumerable<string> Make(int count, ulong seed, SyntheticOperator of)
    {
        yield return CsvRow.Header;
        for (var i = 0; i < count; i++)
        {
            var tail = Tail(i, of, seed);
            yield return $"IMSI,{Imsi(i, of, seed)}{tail}";
            yield return $"IMEI,{Imei(i, seed)}{tail}";
            yield return $"{(i % 2 == 0 ? "OAID" : "IDFA")},{Uuid(i, seed)}{tail}";
        }
    }

    private static string Tail(int i, SyntheticOperator of, ulong seed)
    {
        var prefix = of.NumberPrefixes[i % of.NumberPrefixes.Count];
        var rest = Scatter((ulong)(i / of.NumberPrefixes.Count), seed, 100_000_000);
        var day = DateOnly.FromDayNumber(new DateOnly(2018, 1, 1).DayNumber + (int)(Mix((ulong)i, seed ^ 4) % 2000));
        return string.Create(CultureInfo.InvariantCulture, $",{of.Name}-{i:D8},{prefix}{rest:D8},{day:yyyy-MM-dd},");
    }

    private static string Imsi(int i, SyntheticOperator of, ulong seed) =>
        of.NetworkCodes[i % of.NetworkCodes.Count] + Scatter((ulong)(i / of.NetworkCodes.Count), seed ^ 1, 10_000_000_000).ToString("D10", CultureInfo.InvariantCulture);

    // Type allocation code 35… (8 digits), serial number (6), check digit.
    private static string Imei(int i, ulong seed)
    {
        var body = "35" + Scatter((ulong)i, seed ^ 2, 1_000_000_000_000).ToString("D12", CultureInfo.InvariantCulture);
        for (var check = '0'; check <= '9'; check++)
            if (IdentifierText.HasLuhn(body + check)) return body + check;
        throw new InvalidOperationException("One of ten check digits always fits.");
    }

    private static string Uuid(int i, ulong seed)
    {
        var (high, low) = (Mix((ulong)i, seed ^ 3), Mix((ulong)i, seed ^ 5));
        return string.Create(CultureInfo.InvariantCulture, $"{high >> 32:x8}-{(high >> 16) & 0xffff:x4}-4{high & 0xfff:x3}-8{low >> 52:x3}-{low & 0xffffffffffff:x12}");
    }

    // Different places for different i: an odd factor is a bijection, here modulo a power of ten that it does not divide.
    private static ulong Scatter(ulong i, ulong seed, ulong range) => (ulong)((((UInt128)i * 7_368_787) + Mix(0, seed)) % range);

    // SplitMix64 (Steele, Lea, Flood 2014): seeded and repeatable, for data of nobody.
    private static ulong Mix(ulong i, ulong seed)
    {
        var z = seed + ((i + 1) * 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
