using System.Globalization;
using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.2 b: a millisecond timestamp on every request, at most ten minutes from this platform's clock either way; exactly ten is within.</summary>
internal sealed class CheckTimestamp : Check
{
    /// <summary>Either way, inclusive.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.TimestampOutOfRange];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        var now = passage.Call.ReceivedAt.ToUnixTimeMilliseconds();
        return Unless(Read(passage) is { } at && Math.Abs(now - at) <= (long)Window.TotalMilliseconds);
    }

    /// <summary>The timestamp, or null when there is not exactly one canonical number of up to 15 digits.</summary>
    public static long? Read(Passage passage) =>
        passage.Call.Fields(SignedFieldNames.Timestamp) is { Count: 1 } lines && lines[0] is { Length: >= 1 and <= 15 } text
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : null;
}
