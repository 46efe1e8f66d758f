using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascs.Operator.Subscribers;

/// <summary>
/// A subscriber's mobile number, and the only type of the product that holds one: 11 digits, the first 1, the second 3 to 9. It never leaves the operator
/// (ISC-6.3.2.1), so it prints masked and refuses to be serialised; <see cref="RevealForDelivery"/> is the one way out, to the gateway and to sealed rows.
/// </summary>
[JsonConverter(typeof(NeverSerialised))]
internal readonly record struct PhoneNumber : IComparable<PhoneNumber>
{
    private readonly long _digits;

    private PhoneNumber(long digits) => _digits = digits;

    /// <summary>False for anything but the canonical text.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber number)
    {
        var valid = text is { Length: 11 } && text[0] == '1' && text[1] is >= '3' and <= '9' && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
        number = valid ? new(long.Parse(text!, NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return valid;
    }

    /// <summary>The number of a stored value.</summary>
    public static bool TryFrom(long digits, out PhoneNumber number)
    {
        var valid = digits is >= 13_000_000_000 and < 20_000_000_000;
        number = valid ? new(digits) : default;
        return valid;
    }

    /// <summary>As it is stored inside a sealed row.</summary>
    public long ToStored() => _digits;

    /// <summary>The digits in clear. For the gateway's call and nothing else.</summary>
    public string RevealForDelivery() => _digits.ToString("D11", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(PhoneNumber other) => _digits.CompareTo(other._digits);

    /// <summary>Masked wholly: the last digits with a name are enough to find a person.</summary>
    public override string ToString() => "(number)";

    private sealed class NeverSerialised : JsonConverter<PhoneNumber>
    {
        public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw Refusal();

        public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) => throw Refusal();

        private static NotSupportedException Refusal() => new("A phone number is never serialised.");
    }
}
