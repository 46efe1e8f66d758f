using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>A 32-byte SM3 digest, base64url.</summary>
[JsonConverter(typeof(WireTextConverter<Digest>))]
public readonly record struct Digest : IWireText<Digest>
{
    private readonly string? text;

    private Digest(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => "^[0-9A-Za-z_-]{43}$";

    /// <summary>The value of 32 bytes.</summary>
    /// <exception cref="FormatException">Not 32 bytes.</exception>
    public static Digest From(ReadOnlySpan<byte> bytes) => Parse(System.Buffers.Text.Base64Url.EncodeToString(bytes));

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => System.Buffers.Text.Base64Url.DecodeFromChars(ToString());

    /// <inheritdoc/>
    public static bool TryParse(string? text, out Digest value)
    {
        var valid = WireText.IsBase64Url(text, 32);
        value = valid ? new Digest(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static Digest Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a Digest.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
