using System.Buffers.Text;

namespace Ascs.Contracts;

/// <summary>So many bytes as base64url without padding, in the one canonical spelling.</summary>
/// <param name="min">Fewest bytes.</param>
/// <param name="max">Most bytes.</param>
public sealed class BytesAttribute(int min, int max) : TextRuleAttribute(LengthOf(min), LengthOf(max))
{
    /// <summary>Exactly so many bytes.</summary>
    public BytesAttribute(int count)
        : this(count, count)
    {
    }

    /// <inheritdoc/>
    /// <remarks>The last character of an incomplete group of three bytes has no stray bits.</remarks>
    public override string Pattern => "^(?:[0-9A-Za-z_-]{4})*(?:[0-9A-Za-z_-][AQgw]|[0-9A-Za-z_-]{2}[AEIMQUYcgkosw048])?$";

    private protected override string Form => "FORM";

    private protected override bool Allows(string text) =>
        text.Length == 0
        || (Base64Url.IsValid(text, out var bytes) && LengthOf(bytes) == text.Length // no padding, no white space
            && IsWhole(text, bytes));

    private static int LengthOf(int bytes) => ((bytes * 8) + 5) / 6;

    private static bool IsWhole(string text, int bytes) => (bytes % 3) switch
    {
        1 => "AQgw".Contains(text[^1], StringComparison.Ordinal),
        2 => "AEIMQUYcgkosw048".Contains(text[^1], StringComparison.Ordinal),
        _ => true,
    };
}
