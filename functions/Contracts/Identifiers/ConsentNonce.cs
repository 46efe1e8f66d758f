using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>One showing of one consent page: 16 random bytes, base64url. An operator uses each once.</summary>
[JsonConverter(typeof(WireTextConverter<ConsentNonce>))]
public readonly record struct ConsentNonce : IWireText<ConsentNonce>
{
    private readonly string? text;

    private ConsentNonce(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => "^[0-9A-Za-z_-]{22}$";

    /// <summary>The value of 16 bytes.</summary>
    /// <exception cref="FormatException">Not 16 bytes.</exception>
    public static ConsentNonce From(ReadOnlySpan<byte> bytes) => Parse(System.Buffers.Text.Base64Url.EncodeToString(bytes));

    /// <summary>The 16 bytes.</summary>
    public byte[] ToBytes() => System.Buffers.Text.Base64Url.DecodeFromChars(ToString());

    /// <inheritdoc/>
    public static bool TryParse(string? text, out ConsentNonce value)
    {
        var valid = WireText.IsBase64Url(text, 16);
        value = valid ? new ConsentNonce(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static ConsentNonce Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a ConsentNonce.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
