using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>
/// A platform's id (CHEAA-4.1.2.1 a): 16 decimal digits from a secure random source, below 2^53 so that every JSON reader keeps it whole.
/// A name, never a secret.
/// </summary>
[JsonConverter(typeof(PlatIdConverter))]
public readonly record struct PlatId : IWireText<PlatId>
{
    /// <summary>Smallest id: 10^15.</summary>
    public const long Min = 1_000_000_000_000_000;

    /// <summary>First number that is no id: 2^53.</summary>
    public const long Limit = 1L << 53;

    private PlatId(long value) => Value = value;

    /// <inheritdoc/>
    public static string Pattern => "^[1-9][0-9]{15}$";

    /// <summary>The number.</summary>
    public long Value { get; }

    /// <summary>A new id, uniform in [10^15, 2^53).</summary>
    public static PlatId NewRandom()
    {
        Span<byte> bytes = stackalloc byte[8];
        while (true)
        {
            RandomNumberGenerator.Fill(bytes);
            var candidate = BitConverter.ToInt64(bytes) & (Limit - 1);
            if (candidate >= Min)
                return new PlatId(candidate);
        }
    }

    /// <summary>False outside [10^15, 2^53).</summary>
    public static bool TryFrom(long number, out PlatId value)
    {
        var valid = number is >= Min and < Limit;
        value = valid ? new PlatId(number) : default;
        return valid;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out PlatId value)
    {
        value = default;
        return WireText.IsDigits(text, 16, 16)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && TryFrom(number, out value);
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
