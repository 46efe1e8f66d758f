using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>An approved message template (ISC-6.2.3.1): 2 to 32 characters of a-z, 0-9 and hyphen.</summary>
[JsonConverter(typeof(WireTextConverter<TemplateId>))]
public readonly record struct TemplateId : IWireText<TemplateId>
{
    private readonly string? text;

    private TemplateId(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => WireText.NamePattern;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out TemplateId value)
    {
        var valid = WireText.IsName(text);
        value = valid ? new TemplateId(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static TemplateId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a TemplateId.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
