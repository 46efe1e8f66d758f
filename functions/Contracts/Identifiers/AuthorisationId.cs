using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>One authorisation of one person for one service (ISC-3.4). `az_` and 26 characters of Crockford base32.</summary>
[JsonConverter(typeof(WireTextConverter<AuthorisationId>))]
public readonly record struct AuthorisationId : IWireText<AuthorisationId>
{
    private readonly string? text;

    private AuthorisationId(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => "^az_" + WireText.OrderedPattern + "$";

    private const string Prefix = "az_";

    /// <summary>The id made of 26 characters of Crockford base32.</summary>
    /// <exception cref="FormatException">They are not.</exception>
    public static AuthorisationId From(string ordered) => Parse(Prefix + ordered);

    /// <inheritdoc/>
    public static bool TryParse(string? text, out AuthorisationId value)
    {
        var valid = WireText.IsOrdered(text, Prefix);
        value = valid ? new AuthorisationId(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static AuthorisationId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a AuthorisationId.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
