using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>One dispatch: a template, 1 to 500 AIDs, now or at a time. `dp_` and 26 characters of Crockford base32.</summary>
[JsonConverter(typeof(WireTextConverter<DispatchId>))]
public readonly record struct DispatchId : IWireText<DispatchId>
{
    private readonly string? text;

    private DispatchId(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => "^dp_" + WireText.OrderedPattern + "$";

    private const string Prefix = "dp_";

    /// <summary>The id made of 26 characters of Crockford base32.</summary>
    /// <exception cref="FormatException">They are not.</exception>
    public static DispatchId From(string ordered) => Parse(Prefix + ordered);

    /// <inheritdoc/>
    public static bool TryParse(string? text, out DispatchId value)
    {
        var valid = WireText.IsOrdered(text, Prefix);
        value = valid ? new DispatchId(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static DispatchId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a DispatchId.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
