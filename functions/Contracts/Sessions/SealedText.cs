using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Ascs.Contracts;

/// <summary>
/// A text encrypted under a key of the session (CHEAA-4.1.3.1): <c>algorithm.keyId.base64url(iv ‖ ciphertext ‖ mac)</c>. Sealing the same text twice gives two
/// different ones.
/// </summary>
[JsonConverter(typeof(WireTextConverter<SealedText>))]
public readonly partial record struct SealedText : IWireText<SealedText>
{
    private readonly string? text;

    private SealedText(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => @"^(cheaa-cfb|cheaa-ofb|gm-cfb)\.(data|session)-[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{64,}$";

    /// <summary>How it is sealed.</summary>
    public string Algorithm => ToString().Split('.')[0];

    /// <summary>Under which key.</summary>
    public string KeyId => ToString().Split('.')[1];

    /// <summary>The sealed value.</summary>
    /// <param name="algorithm">One of <c>cheaa-cfb</c>, <c>cheaa-ofb</c>, <c>gm-cfb</c>.</param>
    /// <param name="keyId"><c>data-…</c> or <c>session-…</c>.</param>
    /// <param name="content">iv, ciphertext and mac.</param>
    public static SealedText From(string algorithm, string keyId, ReadOnlySpan<byte> content) =>
        Parse($"{algorithm}.{keyId}.{System.Buffers.Text.Base64Url.EncodeToString(content)}");

    /// <summary>iv, ciphertext and mac; null when the text has stray bits.</summary>
    public byte[]? ToContent()
    {
        var encoded = ToString().Split('.')[2];
        return System.Buffers.Text.Base64Url.IsValid(encoded) && System.Buffers.Text.Base64Url.DecodeFromChars(encoded) is var bytes
            && System.Buffers.Text.Base64Url.EncodeToString(bytes) == encoded ? bytes : null;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out SealedText value)
    {
        var valid = text is not null && !text.EndsWith('\n') && Form().IsMatch(text);
        value = valid ? new SealedText(text!) : default;
        return valid;
    }

    /// <summary>The value of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SealedText Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a SealedText.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;

    [GeneratedRegex(@"^(cheaa-cfb|cheaa-ofb|gm-cfb)\.(data|session)-[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{64,}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
