using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>One service of an enterprise, the unit of consent: 2 to 32 characters of a-z, 0-9 and hyphen.</summary>
[JsonConverter(typeof(WireTextConverter<ServiceId>))]
public readonly record struct ServiceId : IWireText<ServiceId>
{
    private readonly string? text;

    private ServiceId(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => WireText.NamePattern;

    /// <inheritdoc/>
    public static bool TryParse(string? text, out ServiceId value)
    {
        var valid = WireText.IsName(text);
        value = valid ? new ServiceId(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static ServiceId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a ServiceId.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
