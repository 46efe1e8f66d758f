using System.Text.Json.Nodes;

namespace Ascs.Contracts;

/// <summary>A rule of texts: a length, exact or bounded, and what the characters may be. Characters are counted as JSON Schema does, a pair of surrogates as one.</summary>
/// <param name="min">Fewest characters.</param>
/// <param name="max">Most characters.</param>
public abstract class TextRuleAttribute(int min, int max) : RuleAttribute
{
    /// <summary>Fewest characters.</summary>
    public int Min { get; } = min;

    /// <summary>Most characters.</summary>
    public int Max { get; } = max;

    /// <summary>The allow-list as a regular expression (ECMA 262, with flag u).</summary>
    public abstract string Pattern { get; }

    /// <summary>The name told when the characters are not those allowed.</summary>
    private protected abstract string Form { get; }

    /// <inheritdoc/>
    public sealed override string? Fault(object value)
    {
        var text = (string)value;
        if (CharactersOf(text) is var length && (length < Min || length > Max)) return "LENGTH";
        return Allows(text) ? null : Form;
    }

    /// <inheritdoc/>
    public sealed override void Describe(JsonObject schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        (schema["minLength"], schema["maxLength"], schema["pattern"]) = (Min, Max, Pattern);
    }

    /// <summary>Whether all characters are allowed, the length set aside.</summary>
    private protected abstract bool Allows(string text);

    private static int CharactersOf(string text)
    {
        var pairs = 0;
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i])) pairs++;
        return text.Length - pairs;
    }
}
