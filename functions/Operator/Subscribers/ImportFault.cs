namespace Ascs.Operator.Subscribers;

/// <summary>One bad line of a subscriber file.</summary>
/// <param name="Line">Counted from 1; the header is line 1.</param>
/// <param name="Rule">UPPER_SNAKE_CASE; never the value.</param>
/// <param name="OtherLine">The line it contradicts; 0 when it is bad by itself.</param>
public sealed record ImportFault(int Line, string Rule, int OtherLine = 0)
{
    /// <summary>`line 7: NUMBER_INVALID`.</summary>
    public override string ToString() => OtherLine == 0 ? $"line {Line}: {Rule}" : $"line {Line}: {Rule} (with line {OtherLine})";
}
