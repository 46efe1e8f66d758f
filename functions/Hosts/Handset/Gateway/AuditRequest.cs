namespace Ascs.Hosts.Handset.Gateway;

/// <summary>Asks what was handed over to a gateway, for tests and operations.</summary>
/// <param name="Gateway">The gateway whose secret the caller presents.</param>
/// <param name="FromHandOver">First hand-over number to look at, inclusive.</param>
/// <param name="ToHandOver">Last hand-over number, inclusive.</param>
/// <param name="MessageIds">Up to 500 message ids to count hand-overs of, over the whole store.</param>
/// <param name="Limit">1..1000 repeated message ids in the answer.</param>
internal sealed record AuditRequest(string Gateway, long FromHandOver = 0, long ToHandOver = long.MaxValue, IReadOnlyList<string>? MessageIds = null, int Limit = 1000)
{
    internal IEnumerable<RuleBroken> Faults()
    {
        if (FromHandOver < 0 || ToHandOver < FromHandOver) yield return new RuleBroken("/toHandOver", "must not be before fromHandOver, nor negative");
        if (Limit is < 1 or > 1000) yield return new RuleBroken("/limit", "must be between 1 and 1000");
        if (MessageIds is { Count: > 500 }) yield return new RuleBroken("/messageIds", "must hold at most 500 ids");
        if (MessageIds?.Any(id => id is null || !Wire.IsMessageId(id)) == true) yield return new RuleBroken("/messageIds", "must be 1 to 128 of 0-9 A-Z a-z _ -");
    }
}

/// <summary>What was handed over in the range.</summary>
/// <param name="FirstHandOver">Number of the first hand-over found; 0 when none.</param>
/// <param name="LastHandOver">Number of the last; 0 when none.</param>
/// <param name="HandOvers">All of them.</param>
/// <param name="Accepted">Those the gateway took.</param>
/// <param name="Rejected">Those it did not.</param>
/// <param name="RepeatedHandOvers">Hand-overs in the range whose message id had been handed over before. 0 proves that nobody got a message twice.</param>
/// <param name="Repeated">The ids of those, each once, with their counts over the whole store; at most <c>limit</c>.</param>
/// <param name="Counts">One per id asked for, in order.</param>
internal sealed record AuditAnswer(
    long FirstHandOver, long LastHandOver, long HandOvers, long Accepted, long Rejected, long RepeatedHandOvers,
    IReadOnlyList<HandOverCount> Repeated, IReadOnlyList<HandOverCount>? Counts);

/// <summary>How often one message id was handed over.</summary>
/// <param name="MessageId">The id.</param>
/// <param name="HandOvers">All attempts.</param>
/// <param name="Accepted">Attempts the gateway took: more than one means the person got it twice.</param>
internal sealed record HandOverCount(string MessageId, long HandOvers, long Accepted);
