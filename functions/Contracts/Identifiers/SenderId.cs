using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>The port or number a person sees as the sender (ISC-6.1.1.1): 3 to 20 digits. It belongs to the enterprise, never to a person.</summary>
[JsonConverter(typeof(WireTextConverter<SenderId>))]
public readonly record struct SenderId : IWireText<SenderId>
{
    private readonly string? text;

    private SenderId(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => "^[0-9]{3,20}$";

    /// <inheritdoc/>
    public static bool TryParse(string? text, out SenderId value)
    {
        var valid = WireText.IsDigits(text, 3, 20);
        value = valid ? new SenderId(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SenderId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a SenderId.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
