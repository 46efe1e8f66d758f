using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>How a state begins.</summary>
internal static class SendStates
{
    /// <summary>A dispatch of which nothing is decided yet.</summary>
    /// <param name="dispatch">The dispatch.</param>
    /// <param name="enterprise">Whose.</param>
    /// <param name="kind">Message or notice.</param>
    /// <param name="now">Now.</param>
    /// <param name="due">When it is to go out; null, or not after now, is now.</param>
    /// <param name="aids">Its recipients in order.</param>
    public static SendState New(
        DispatchId dispatch, EnterpriseId enterprise, OrderKind kind, DateTimeOffset now, DateTimeOffset? due, IEnumerable<Aid> aids)
    {
        var accepted = UnixTime.From(now);
        var at = due > now ? UnixTime.From(due.Value) : accepted;
        return new SendState(
            dispatch, enterprise, kind, accepted, at, null, null, DeadlinePassed: false, 0, null, [.. aids.Select(a => new SendLine(a, null, null))], []);
    }
}
