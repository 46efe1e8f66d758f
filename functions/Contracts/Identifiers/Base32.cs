using System.Buffers;

namespace Ascs.Contracts;

/// <summary>Crockford base32 in upper case, canonical only: no lower case, no I, L, O or U, no hyphens.</summary>
public static class Base32
{
    /// <summary>Characters that 128 bits take: 26, the first of them 0 to 7.</summary>
    public const int Length128 = 26;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    /// <summary>The 26 characters of a 128-bit number, most significant first.</summary>
    public static string Encode128(UInt128 value) => string.Create(Length128, value, static (chars, number) =>
    {
        for (var i = chars.Length - 1; i >= 0; i--, number >>= 5)
            chars[i] = Alphabet[(int)(number & 31)];
    });

    /// <summary>True for the one spelling of a 128-bit number.</summary>
    public static bool IsCanonical(ReadOnlySpan<char> text) =>
        text.Length == Length128 && text[0] <= '7' && !text.ContainsAnyExcept(Characters);

    /// <summary>0 to 31, or -1 when the character is not of the alphabet.</summary>
    public static int ValueOf(char c) => Alphabet.IndexOf(c, StringComparison.Ordinal);

    /// <summary>The character of a value 0 to 31.</summary>
    public static char CharOf(int value) => Alphabet[value];
}
