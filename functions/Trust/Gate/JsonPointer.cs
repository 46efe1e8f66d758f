using System.Text;
using System.Text.RegularExpressions;

namespace Ascs.Trust.Gate;

/// <summary>RFC 6901 pointers. Only plain member names stand in one, letters as all of ours are: no number, AID or token that a caller
/// made a name of is repeated.</summary>
internal static partial class JsonPointer
{
    /// <summary>From the path of a <see cref="System.Text.Json.JsonException"/>: <c>$.recipients[3].aid</c> → <c>/recipients/3/aid</c>, up to the first odd name.</summary>
    public static string Of(string? path)
    {
        var pointer = new StringBuilder();
        var rest = path is { Length: > 0 } && path[0] == '$' ? path[1..] : "";
        while (Step().Match(rest) is { Success: true } step)
        {
            pointer.Append('/').Append(step.Groups["step"].ValueSpan);
            rest = rest[step.Length..];
        }

        return pointer.ToString();
    }

    /// <summary>Whether a member name may stand in a pointer.</summary>
    public static bool IsPlain(ReadOnlySpan<char> name) => Plain().IsMatch(name);

    [GeneratedRegex(@"\A(?:\.(?<step>[A-Za-z]{1,32})(?![^.\[])|\[(?<step>[0-9]{1,9})\])", RegexOptions.ExplicitCapture)]
    private static partial Regex Step();

    [GeneratedRegex(@"\A[A-Za-z]{1,32}\z")]
    private static partial Regex Plain();
}
