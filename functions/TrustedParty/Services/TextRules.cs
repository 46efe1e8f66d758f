using System.Globalization;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Services;

/// <summary>
/// What a text that people consent to may not say. Each is a clause found in real apps that bundles other consents into this one; ISC-6.1.1.1 asks for a
/// separate prompt about one service, with its extent and its term.
/// </summary>
internal static class TextRules
{
    private const int Longest = 200;

    private static readonly (string Phrase, string Rule)[] Bundled =
    [
        ("无需另行", "dispenses with a further consent"),
        ("不再另行", "dispenses with a further consent"),
        ("无须另行", "dispenses with a further consent"),
        ("视为同意", "takes silence for consent"),
        ("默认同意", "takes silence for consent"),
        ("即表示同意", "takes silence for consent"),
        ("永久", "has no end"),
        ("长期", "has no end"),
        ("不限次数", "has no limit of frequency"),
        ("各类商业", "names no content"),
        ("各类信息", "names no content"),
        ("合作伙伴", "covers other companies"),
        ("关联方", "covers other companies"),
        ("without further consent", "dispenses with a further consent"),
        ("deemed consent", "takes silence for consent"),
        ("deemed to consent", "takes silence for consent"),
        ("by continuing", "takes silence for consent"),
        ("permanent", "has no end"),
        ("indefinite", "has no end"),
        ("unlimited", "has no limit of frequency"),
        ("any kind of", "names no content"),
        ("all kinds of", "names no content"),
        ("affiliates", "covers other companies"),
        ("partners", "covers other companies"),
    ];

    public static IEnumerable<string> Check(LocalText text)
    {
        foreach (var (language, words) in new[] { ("zh", text.Zh), ("en", text.En) })
        {
            if (string.IsNullOrWhiteSpace(words) || words.Length > Longest)
                yield return $"{language}: 1 to {Longest} characters.";
            if (words.Any(IsHidden))
                yield return $"{language}: has characters that can't be seen.";
            foreach (var (phrase, rule) in Bundled.Where(b => words.Contains(b.Phrase, StringComparison.OrdinalIgnoreCase)))
                yield return $"{language}: \"{phrase}\" {rule} (ISC-6.1.1.1).";
        }
    }

    /// <summary>Control, direction and other characters that make a text look like another one.</summary>
    public static bool IsHidden(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
