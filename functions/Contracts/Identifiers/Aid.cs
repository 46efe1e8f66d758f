using System.Buffers.Binary;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>
/// The anonymous identifier (ISC-3.5): 128 bits of HMAC-SM3 as 26 characters of Crockford base32 and one check character, 27 in all.
/// It encodes nothing (ISC-6.2.2.1 a): no date, no number, no sequence; only the trusted party's table leads back.
/// </summary>
[JsonConverter(typeof(WireTextConverter<Aid>))]
public readonly record struct Aid : IWireText<Aid>
{
    /// <summary>Characters of an AID.</summary>
    public const int Length = Base32.Length128 + 1;

    private readonly string? text;

    private Aid(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => "^[0-7][0-9A-HJKMNP-TV-Z]{26}$";

    /// <summary>The AID of 16 bytes, big-endian.</summary>
    /// <exception cref="ArgumentException">Not 16 bytes.</exception>
    public static Aid FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 16)
            throw new ArgumentException("An AID is made of 16 bytes.", nameof(bytes));
        var body = Base32.Encode128(BinaryPrimitives.ReadUInt128BigEndian(bytes));
        return new Aid(body + Base32.CharOf(CheckValue(body)));
    }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out Aid value)
    {
        var canonical = text is { Length: Length } && Base32.IsCanonical(text.AsSpan(0, Base32.Length128))
            && Base32.ValueOf(text[^1]) == CheckValue(text.AsSpan(0, Base32.Length128));
        value = canonical ? new Aid(text!) : default;
        return canonical;
    }

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;

    /// <summary>Luhn mod 32: any one wrong character is seen, and every swap of two neighbours but 0 with Z.</summary>
    private static int CheckValue(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var value = Base32.ValueOf(body[i]);
            var doubled = (body.Length - i) % 2 == 1 ? value * 2 : value;
            sum += (doubled / 32) + (doubled % 32);
        }

        return (32 - (sum % 32)) % 32;
    }
}
