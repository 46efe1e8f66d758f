using Ascs.Trust.Calls;

namespace Ascs.Operator.Deliveries;

/// <summary>
/// Whether `notAfter` means the same instant here as at the caller: a promise that nothing goes out after it is as good as the clocks. A message is older than
/// it should be by its way or by a clock, nobody can tell which; one from the future has a clock to blame. An operator that runs behind would hand over too late
/// and refuses; one that runs ahead refuses too early, which harms nobody. Pure.
/// </summary>
internal static class MessageAge
{
    /// <summary>As long as a caller waits for one try: what is older was given up.</summary>
    public static TimeSpan LongestWay { get; } = TimeSpan.FromSeconds(15);

    /// <param name="sentAt">When it was signed, by the caller's clock.</param>
    /// <param name="receivedAt">When it arrived, by ours.</param>
    public static bool IsTaken(DateTimeOffset sentAt, DateTimeOffset receivedAt) =>
        sentAt - receivedAt <= PeerClocks.Tolerance && receivedAt - sentAt <= LongestWay + PeerClocks.Tolerance;
}
