using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>How far peers' clocks are from this platform's, measured from verified answers. Orders carry times, so a skew over two seconds is somebody's fault.</summary>
public sealed partial class PeerClocks
{
    /// <summary>More than this is worth a warning.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<PlatId, TimeSpan> offsets = new();

    /// <summary>Peer's clock less ours, to about a second; null before the first answer.</summary>
    public TimeSpan? Of(PlatId peer) => offsets.TryGetValue(peer, out var offset) ? offset : null;

    /// <summary>Takes in one answer. True when the peer has just left the tolerance.</summary>
    /// <param name="peer">Who answered.</param>
    /// <param name="signatureInput">Its verified <c>Signature-Input</c>; <c>created</c> is whole seconds, rounded down.</param>
    /// <param name="sent">When the request went out.</param>
    /// <param name="received">When the answer was there.</param>
    internal bool Measure(PlatId peer, string signatureInput, DateTimeOffset sent, DateTimeOffset received)
    {
        if (Created().Match(signatureInput) is not { Success: true } created) return false;
        var theirs = DateTimeOffset.FromUnixTimeSeconds(long.Parse(created.Groups["at"].ValueSpan, CultureInfo.InvariantCulture)).AddSeconds(0.5);
        var offset = theirs - (sent + ((received - sent) / 2));
        var before = Of(peer) ?? TimeSpan.Zero;
        offsets[peer] = offset;
        return offset.Duration() > Tolerance && before.Duration() <= Tolerance;
    }

    [GeneratedRegex(@";created=(?<at>[0-9]{1,11})(?:;|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Created();
}
