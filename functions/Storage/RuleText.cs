using System.Runtime.CompilerServices;
using System.Text;

namespace Ascs.Storage;

/// <summary>The text of a broken rule. Checks run for every write of every document: nothing is formatted while a rule holds.</summary>
[InterpolatedStringHandler]
internal readonly struct RuleText
{
    private readonly StringBuilder? _text;

    public RuleText(int literalLength, int formattedCount, bool holds, out bool broken)
    {
        broken = !holds;
        _text = broken ? new StringBuilder(literalLength + 8 * formattedCount) : null;
    }

    public void AppendLiteral(string text) => _text!.Append(text);

    public void AppendFormatted<T>(T value) => _text!.Append(value);

    public override string ToString() => _text?.ToString() ?? "";
}
