namespace Ascs.Contracts;

/// <summary>Text that people read, of the characters that <see cref="FreeText"/> allows.</summary>
/// <param name="max">Most characters.</param>
public sealed class TextAttribute(int max) : TextRuleAttribute(0, max)
{
    /// <summary>Whether it may have several lines, each ended by U+000A.</summary>
    public bool Lines { get; init; }

    /// <inheritdoc/>
    public override string Pattern => FreeText.Pattern(Lines);

    private protected override string Form => "CHARACTER";

    private protected override bool Allows(string text) => FreeText.Allows(text, Lines);
}
