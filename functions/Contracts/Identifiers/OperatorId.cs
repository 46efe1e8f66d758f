using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>A telecom operator (ISC-6.3): 2 to 32 characters of a-z, 0-9 and hyphen.</summary>
[JsonConverter(typeof(WireTextConverter<OperatorId>))]
public readonly record struct OperatorId : IWireText<OperatorId>
{
    private readonly string? text;

    private OperatorId(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => WireText.NamePattern;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out OperatorId value)
    {
        var valid = WireText.IsName(text);
        value = valid ? new OperatorId(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static OperatorId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a OperatorId.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
