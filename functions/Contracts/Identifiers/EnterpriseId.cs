using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>An enterprise that uses the service (ISC-6.1): 2 to 32 characters of a-z, 0-9 and hyphen. Never empty, so identifiers of two enterprises can't fall together.</summary>
[JsonConverter(typeof(WireTextConverter<EnterpriseId>))]
public readonly record struct EnterpriseId : IWireText<EnterpriseId>
{
    private readonly string? text;

    private EnterpriseId(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => WireText.NamePattern;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out EnterpriseId value)
    {
        var valid = WireText.IsName(text);
        value = valid ? new EnterpriseId(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static EnterpriseId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a EnterpriseId.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
