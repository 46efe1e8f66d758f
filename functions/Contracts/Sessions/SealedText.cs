using System.Buffers;
using System.Buffers.Text;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>
/// A text encrypted under a key of the session (CHEAA-4.1.3.1): <c>algorithm.keyId.base64url(iv ‖ ciphertext ‖ mac)</c>. Sealing the same text twice gives two
/// different ones.
/// </summary>
[JsonConverter(typeof(WireTextConverter<SealedText>))]
public readonly record struct SealedText : IWireText<SealedText>
{
    private const int Shortest = 64, Longest = 16384, KeyIdTail = 22;

    private static readonly string[] Algorithms = ["cheaa-cfb", "cheaa-ofb", "gm-cfb"], Prefixes = ["data-", "session-"];

    private static readonly SearchValues<char> Base64Characters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    private readonly string? text;

    private SealedText(string text) => this.text = text;

    /// <inheritdoc/>
    public static string Pattern => @"^(cheaa-cfb|cheaa-ofb|gm-cfb)\.(data|session)-[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{64,16384}$";

    /// <summary>How it is sealed.</summary>
    public string Algorithm => ToString()[..Dots(text).First];

    /// <summary>Under which key.</summary>
    public string KeyId => Dots(text) is var (first, second) ? ToString()[(first + 1)..second] : "";

    /// <summary>The sealed value.</summary>
    /// <param name="algorithm">One of <c>cheaa-cfb</c>, <c>cheaa-ofb</c>, <c>gm-cfb</c>.</param>
    /// <param name="keyId"><c>data-…</c> or <c>session-…</c>.</param>
    /// <param name="content">iv, ciphertext and mac.</param>
    public static SealedText From(string algorithm, string keyId, ReadOnlySpan<byte> content) => Parse($"{algorithm}.{keyId}.{Base64Url.EncodeToString(content)}");

    /// <summary>iv, ciphertext and mac; null when the text has stray bits.</summary>
    public byte[]? ToContent()
    {
        var encoded = ToString().AsSpan(Dots(text).Second + 1);
        return Base64Url.IsValid(encoded) && Base64Url.DecodeFromChars(encoded) is var bytes && encoded.SequenceEqual(Base64Url.EncodeToString(bytes)) ? bytes : null;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out SealedText value)
    {
        var valid = text is not null && IsForm(text);
        value = valid ? new SealedText(text!) : default;
        return valid;
    }

    /// <summary>The value of a text known to be one.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SealedText Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException("Not a SealedText.");

    /// <inheritdoc/>
    public override string ToString() => text ?? string.Empty;

    // By hand and not by the pattern: a batch has thousands of them.
    private static bool IsForm(string text)
    {
        var (first, second) = Dots(text);
        if (first < 0 || second < 0 || !Algorithms.Contains(text[..first])) return false;
        var content = text.AsSpan(second + 1);
        return content.Length is >= Shortest and <= Longest && !content.ContainsAnyExcept(Base64Characters) && IsKeyId(text.AsSpan((first + 1)..second));
    }

    private static bool IsKeyId(ReadOnlySpan<char> keyId)
    {
        foreach (var prefix in Prefixes)
            if (keyId.StartsWith(prefix, StringComparison.Ordinal) && keyId.Length == prefix.Length + KeyIdTail && !keyId.ContainsAnyExcept(Base64Characters)) return true;
        return false;
    }

    private static (int First, int Second) Dots(string? text)
    {
        var first = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return (first, first < 0 ? -1 : text!.IndexOf('.', first + 1));
    }
}
