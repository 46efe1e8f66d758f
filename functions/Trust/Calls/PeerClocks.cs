using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>How far peers' clocks are from this platform's, measured from verified answers. Orders carry times, so a skew over two seconds is somebody's fault.</summary>
public sealed partial class PeerClocks : IPeerClocks
{
    /// <summary>More than this is worth a warning, and a clock that is further off gets no orders.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<PlatId, TimeSpan> offsets = new();

    /// <summary>Peer's clock less ours, the least that the newest answer allows; null before the first answer.</summary>
    public TimeSpan? Of(PlatId peer) => offsets.TryGetValue(peer, out var offset) ? offset : null;

    /// <inheritdoc/>
    public bool IsOff(PlatId peer) => Of(peer)?.Duration() > Tolerance;

    /// <summary>Takes in one answer. True when the peer has just left the tolerance.</summary>
    /// <param name="peer">Who answered.</param>
    /// <param name="signatureInput">Its verified <c>Signature-Input</c>; <c>created</c> is whole seconds, rounded down.</param>
    /// <param name="sent">When the request went out.</param>
    /// <param name="received">When the answer was there.</param>
    internal bool Measure(PlatId peer, string signatureInput, DateTimeOffset sent, DateTimeOffset received)
    {
        if (Created().Match(signatureInput) is not { Success: true } created) return false;
        var theirs = DateTimeOffset.FromUnixTimeSeconds(long.Parse(created.Groups["at"].ValueSpan, CultureInfo.InvariantCulture));
        var wasOff = IsOff(peer);
        offsets[peer] = Least(theirs - received, theirs + Second - sent);
        return !wasOff && IsOff(peer);
    }

    // The answer was made some time between request and arrival, a slow one perhaps at the very end, and its time is cut to the second: that is nobody's fault.
    private static TimeSpan Least(TimeSpan from, TimeSpan to) => from > TimeSpan.Zero ? from : to < TimeSpan.Zero ? to : TimeSpan.Zero;

    [GeneratedRegex(@";created=(?<at>[0-9]{1,11})(?:;|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Created();
}
