namespace Ascs.Hosts.Handset.Gateway;

/// <summary>A hand-over of up to 500 messages to one gateway.</summary>
/// <param name="Gateway">The gateway whose secret the caller presents.</param>
/// <param name="Messages">1..500 messages.</param>
internal sealed record SubmitRequest(string Gateway, IReadOnlyList<SubmitMessage> Messages)
{
    internal const int MaxMessages = 500;

    internal IEnumerable<RuleBroken> Faults()
    {
        if (Messages.Count is 0 or > MaxMessages) yield return new RuleBroken("/messages", $"must hold 1 to {MaxMessages} messages");
        for (var i = 0; i < Messages.Count; i++)
        {
            if (Messages[i] is not { } message) yield return new RuleBroken($"/messages/{i}", "must be an object");
            else if (!Wire.IsMessageId(message.MessageId)) yield return new RuleBroken($"/messages/{i}/messageId", "must be 1 to 128 of 0-9 A-Z a-z _ -");
        }
    }
}

/// <summary>One message.</summary>
/// <param name="MessageId">1..128 of <c>0-9A-Za-z_-</c>. Not looked at for repetitions: every hand-over is a hand-over.</param>
/// <param name="To">The subscriber's number, 5..15 digits.</param>
/// <param name="From">The service number shown as the sender, 3..21 digits.</param>
/// <param name="Text">1..1000 UTF-16 units, no control characters but line feed.</param>
/// <param name="ValidUntil">After this instant it is not shown any more and ends EXPIRED.</param>
internal sealed record SubmitMessage(string MessageId, string To, string From, string Text, DateTimeOffset? ValidUntil = null)
{
    /// <summary>Why the gateway does not take it; null when it does. Concerns this message only.</summary>
    internal string? Refusal() =>
        !Texts.Digits.IsSubscriber(To) ? "INVALID_DESTINATION"
        : !Texts.Digits.IsPort(From) ? "INVALID_SENDER"
        : !Wire.IsText(Text) ? "INVALID_TEXT"
        : null;
}

/// <summary>The answer, in the order of the request, sent when all accepted messages are durable.</summary>
/// <param name="Results">One per message.</param>
internal sealed record SubmitAnswer(IReadOnlyList<SubmitResult> Results);

/// <summary>What became of one message.</summary>
/// <param name="MessageId">As handed over.</param>
/// <param name="Result"><c>accepted</c> or <c>rejected</c>.</param>
/// <param name="Reason">Why it was rejected: INVALID_DESTINATION, INVALID_SENDER, INVALID_TEXT, VALIDITY_PASSED, REFUSED_BY_GATEWAY.</param>
/// <param name="HandOver">The number of this hand-over in the store, ascending; audits take ranges of it.</param>
/// <param name="Attempt">1 for the first hand-over of this message id to this gateway, 2 for the second, …</param>
/// <param name="Segments">Short messages it takes (70/67 UCS-2, 160/153 GSM 7 bit); 0 when rejected.</param>
internal sealed record SubmitResult(string MessageId, string Result, string? Reason, long HandOver, int Attempt, int Segments);
