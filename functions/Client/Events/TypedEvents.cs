using System.Globalization;
using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Client.Events;

/// <summary>Events with their types. Tolerant: what a later version adds is passed over.</summary>
internal static class TypedEvents
{
    /// <param name="e">As it came.</param>
    /// <param name="open">Opens a reply's text; null where nobody can.</param>
    public static AscsEvent Of(CloudEvent e, Func<ReplyEvent, string?>? open = null)
    {
        var time = DateTimeOffset.Parse(e.Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        _ = Aid.TryParse(e.Subject, out var aid); // an event of a later version may be about something else
        return e.Type switch
        {
            EventTypes.Outcome when Read<OutcomeEvent>(e) is { } outcome => new MessageOutcome(e.Id, e.Sequence, time, aid, outcome),
            EventTypes.Reply when Read<ReplyEvent>(e) is { } reply => new ReplyArrived(e.Id, e.Sequence, time, aid, reply.SenderId, reply.OptOut, open?.Invoke(reply)),
            EventTypes.AidChanged when Read<AidStatus>(e) is { } status => new AidChanged(e.Id, e.Sequence, time, aid, status),
            _ => new OtherEvent(e.Id, e.Sequence, time, aid, e),
        };
    }

    private static T? Read<T>(CloudEvent e)
        where T : class => e.Data.Deserialize<T>(WireOptions.Tolerant);
}
