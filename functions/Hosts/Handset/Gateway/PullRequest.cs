namespace Ascs.Hosts.Handset.Gateway;

/// <summary>Asks for what happened after a cursor.</summary>
/// <param name="Gateway">The gateway whose secret the caller presents.</param>
/// <param name="Cursor">Last <c>seq</c> the caller has taken over; 0 from the beginning. Kept by the caller: asking again with an old one replays.</param>
/// <param name="Limit">1..1000 events.</param>
/// <param name="WaitMilliseconds">0..25000: how long to wait for the first event.</param>
internal sealed record PullRequest(string Gateway, long Cursor, int Limit = 1000, int WaitMilliseconds = 0)
{
    internal IEnumerable<RuleBroken> Faults()
    {
        if (Cursor < 0) yield return new RuleBroken("/cursor", "must not be negative");
        if (Limit is < 1 or > 1000) yield return new RuleBroken("/limit", "must be between 1 and 1000");
        if (WaitMilliseconds is < 0 or > 25_000) yield return new RuleBroken("/waitMilliseconds", "must be between 0 and 25000");
    }
}

/// <summary>Events in sequence.</summary>
/// <param name="Events">Ascending <c>seq</c> without gaps; empty when the wait ended.</param>
/// <param name="Next">The cursor for the next pull.</param>
/// <param name="Missed">Events after the cursor that the retention has removed; 0 in good order.</param>
internal sealed record PullAnswer(IReadOnlyList<GatewayEvent> Events, long Next, long Missed);

/// <summary>A receipt or a reply.</summary>
/// <param name="Seq">Sequence of this gateway.</param>
/// <param name="Kind"><c>receipt</c> or <c>reply</c>.</param>
/// <param name="MessageId">Receipt: of the message.</param>
/// <param name="Status">Receipt: DELIVERED, FAILED or EXPIRED.</param>
/// <param name="Code">Receipt: why it failed.</param>
/// <param name="From">Reply: number of the phone.</param>
/// <param name="To">Reply: the service number it answers to.</param>
/// <param name="Text">Reply: what was typed.</param>
/// <param name="At">When it happened on the phone (not when it was reported), UTC.</param>
internal sealed record GatewayEvent(
    long Seq, string Kind, string? MessageId, string? Status, string? Code, string? From, string? To, string? Text, DateTimeOffset At);
