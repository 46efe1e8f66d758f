using System.Buffers;
using Ascs.Contracts;

namespace Ascs.Operator.Subscribers;

/// <summary>The rules of identifiers' texts.</summary>
internal static class IdentifierText
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.");

    /// <summary>The canonical text, or null when it is none.</summary>
    public static string? Canonical(IdentifierType type, string text) => type switch
    {
        IdentifierType.Imei => IsDigits(text, 15) && HasLuhn(text) && !IsOneDigit(text) ? text : null, // 3GPP TS 23.003 6.2
        IdentifierType.Imsi => IsDigits(text, 15) && text.StartsWith("460", StringComparison.Ordinal) ? text : null, // ITU-T E.212: China
        IdentifierType.Oaid => Uuid(text) ?? Name(text, 1, 64),
        IdentifierType.Idfa => Uuid(text),
        IdentifierType.ZhuoxinId => Name(text, 1, 64),
        IdentifierType.CarrierToken => Name(text, 16, 128),
        _ => null,
    };

    /// <summary>ISO/IEC 7812-1: the sum of digits, every second one doubled, divides by ten.</summary>
    public static bool HasLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }

    // The all-zero advertising id is what every person who opted out of it has in common: it names nobody.
    private static string? Uuid(string text) =>
        text.Length == 36 && Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id.ToString("D") : null;

    private static string? Name(string text, int min, int max) =>
        text.Length >= min && text.Length <= max && !text.AsSpan().ContainsAnyExcept(NameCharacters) && !IsZeroed(text) ? text : null;

    private static bool IsDigits(string text, int length) => text.Length == length && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsOneDigit(string text) => !text.AsSpan().ContainsAnyExcept(text[0]);

    private static bool IsZeroed(string text) => !text.AsSpan().ContainsAnyExcept("0-");
}
