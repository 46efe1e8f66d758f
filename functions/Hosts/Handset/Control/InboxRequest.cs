using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Texts;

namespace Ascs.Hosts.Handset.Control;

/// <summary>Asks for what a phone shows.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Limit">1..1000 newest messages.</param>
internal sealed record InboxRequest(string Number, int Limit = 100)
{
    internal IEnumerable<RuleBroken> Faults()
    {
        if (!Digits.IsSubscriber(Number)) yield return new RuleBroken("/number", "must be 5 to 15 digits");
        if (Limit is < 1 or > 1000) yield return new RuleBroken("/limit", "must be between 1 and 1000");
    }
}

/// <summary>What the phone shows now, oldest first; empty for a number that never got anything.</summary>
/// <param name="Messages">Messages and replies of all threads.</param>
internal sealed record InboxAnswer(IReadOnlyList<InboxMessage> Messages);

/// <summary>A bubble on the phone.</summary>
/// <param name="Gateway">The gateway it came through.</param>
/// <param name="Port">The service number.</param>
/// <param name="Direction"><c>in</c> to the phone, <c>out</c> for a reply typed on it.</param>
/// <param name="MessageId">Of a message in.</param>
/// <param name="Text">As sent.</param>
/// <param name="Segments">Short messages it took.</param>
/// <param name="At">When the phone showed it, UTC.</param>
internal sealed record InboxMessage(string Gateway, string Port, string Direction, string? MessageId, string Text, int Segments, DateTimeOffset At);
