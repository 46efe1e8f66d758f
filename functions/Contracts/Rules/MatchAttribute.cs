using System.Text.RegularExpressions;

namespace Ascs.Contracts;

/// <summary>A text of an alphabet or form of its own, named in <see cref="Patterns"/>. ASCII only, so it is its own normal form (CHEAA-4.1.3.3 c).</summary>
/// <param name="pattern">Regular expression of the whole text.</param>
/// <param name="min">Fewest characters.</param>
/// <param name="max">Most characters.</param>
public sealed class MatchAttribute(string pattern, int min, int max) : TextRuleAttribute(min, max)
{
    // Never backtracks: whoever sends the text can't choose how long it takes.
    private readonly Regex regex = new(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <inheritdoc/>
    public override string Pattern { get; } = pattern;

    private protected override string Form => "FORM";

    // To .NET `$` also means before a last line feed.
    private protected override bool Allows(string text) => !text.EndsWith('\n') && regex.IsMatch(text);
}
