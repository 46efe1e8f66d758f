using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>What an operator calls a subscriber towards the trusted party (protocol: operator-keyed over subscriber and enterprise): 32 bytes, base64url. Different at every enterprise, so nobody but the operator can link a person across enterprises.</summary>
[JsonConverter(typeof(WireTextConverter<SubscriberTag>))]
public readonly record struct SubscriberTag : IWireText<SubscriberTag>
{
    private readonly string? text;

    private SubscriberTag(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => "^[0-9A-Za-z_-]{43}$";

    /// <summary>The value of 32 bytes.</summary>
    /// <exception cref="FormatException">Not 32 bytes.</exception>
    public static SubscriberTag From(ReadOnlySpan<byte> bytes) => Parse(System.Buffers.Text.Base64Url.EncodeToString(bytes));

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes() => System.Buffers.Text.Base64Url.DecodeFromChars(ToString());

    /// <inheritdoc/>
    public static bool TryParse(string? text, out SubscriberTag value)
    {
        var valid = WireText.IsBase64Url(text, 32);
        value = valid ? new SubscriberTag(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SubscriberTag Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a SubscriberTag.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
