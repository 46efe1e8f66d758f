using Ascs.Contracts;

namespace Ascs.Client;

/// <summary>A reply under an AID.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Sequence">Counts from 1 without gaps.</param>
/// <param name="Time">When.</param>
/// <param name="Aid">From whom.</param>
/// <param name="Port">The port replied to.</param>
/// <param name="OptOut">True when it withdrew the authorisation.</param>
/// <param name="Text">The text; null when this receiver can't open it: a webhook carries none, the enterprise platform's `events/list` has it.</param>
public sealed record ReplyArrived(string Id, long Sequence, DateTimeOffset Time, Aid Aid, SenderId Port, bool OptOut, string? Text) : AscsEvent(Id, Sequence, Time, Aid)
{
    /// <summary>Without the text: it is the person's.</summary>
    public override string ToString() => $"{nameof(ReplyArrived)} {Sequence} {Aid}";
}
