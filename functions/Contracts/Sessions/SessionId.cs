using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>One session of a calling platform at the platform it calls: 16 random bytes, base64url. Signatures name it as <c>session-…</c>.</summary>
[JsonConverter(typeof(WireTextConverter<SessionId>))]
public readonly record struct SessionId : IWireText<SessionId>
{
    private readonly string? text;

    private SessionId(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => "^[0-9A-Za-z_-]{22}$";

    /// <summary>The <c>keyid</c> of signatures, and of fields sealed under the session's own key.</summary>
    public string KeyId => "session-" + ToString();

    /// <summary>The value of 16 bytes.</summary>
    /// <exception cref="FormatException">Not 16 bytes.</exception>
    public static SessionId From(ReadOnlySpan<byte> bytes) => Parse(System.Buffers.Text.Base64Url.EncodeToString(bytes));

    /// <inheritdoc/>
    public static bool TryParse(string? text, out SessionId value)
    {
        var valid = WireText.IsBase64Url(text, 16);
        value = valid ? new SessionId(text!) : default;
        return valid;
    }

    /// <summary>The id of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SessionId Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a SessionId.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;
}
