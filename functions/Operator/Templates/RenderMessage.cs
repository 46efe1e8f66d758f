using System.Text;
using Ascs.Contracts;

namespace Ascs.Operator.Templates;

/// <summary>Makes a message's text out of an approved template and a person's variables, or refuses. Pure.</summary>
internal static class RenderMessage
{
    /// <summary>What the law wants under advertising, in the words people know.</summary>
    public const string OptOutOffer = "拒收请回复R";

    /// <summary>The text, or null when the variables are not exactly the template's, or break its limits, or the text may not be sent.</summary>
    public static string? Render(MessageTemplate template, IReadOnlyDictionary<string, string> values, IReadOnlyList<string> forbidden, int maxSegments)
    {
        if (values.Count != template.Variables.Count) return null;
        foreach (var (name, most) in template.Variables) // a null is JSON that no type of a dictionary's values refuses
            if (!values.TryGetValue(name, out var value) || value is null || value.Length > most || !IsPlain(value)) return null;
        if (Fill(template.Body, values) is not { } body) return null;
        var offer = template.Promotional && !body.Contains(OptOutOffer, StringComparison.Ordinal) ? "，" + OptOutOffer : "";
        var text = $"【{template.Signature}】{body}{offer}";
        return IsSendable(text, forbidden, maxSegments) ? text : null;
    }

    /// <summary>Short enough and without forbidden words, whatever their width and case and what is put between their letters.</summary>
    public static bool IsSendable(string text, IReadOnlyList<string> forbidden, int maxSegments)
    {
        if (Segments.Of(text) > maxSegments) return false;
        if (forbidden.Count == 0) return true;
        var folded = Folding.Fold(text);
        return !forbidden.Any(word => folded.Contains(Folding.Fold(word), StringComparison.Ordinal));
    }

    // A value can't bring another 【signature】, line breaks or directions into the text.
    private static bool IsPlain(string value) =>
        HasPairs(value) && !value.AsSpan().ContainsAny('【', '】') && !value.Any(c => char.IsControl(c) || IsFormat(c));

    private static bool IsFormat(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;

    private static bool HasPairs(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (!char.IsHighSurrogate(value[i]) || i + 1 == value.Length || !char.IsLowSurrogate(value[++i])) return false;
        }

        return true;
    }

    private static string? Fill(string body, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder(body.Length + 32);
        for (var at = 0; at < body.Length;)
        {
            var open = body.IndexOf('{', at);
            if (open < 0) return text.Append(body, at, body.Length - at).ToString();
            var close = body.IndexOf('}', open);
            if (close < 0 || !values.TryGetValue(body[(open + 1)..close], out var value)) return null;
            text.Append(body, at, open - at).Append(value);
            at = close + 1;
        }

        return text.ToString();
    }
}
