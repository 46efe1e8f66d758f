using static Ascs.TrustedParty.Workflow.Transition;

namespace Ascs.TrustedParty.Workflow;

/// <summary>Which event may happen in which phase, all of it in one table.</summary>
internal static class SendTransitions
{
    /// <summary>What the event means in the phase.</summary>
    public static Transition Of(SendPhase phase, SendEvent e) => (e, phase) switch
    {
        (SendEvent.Due, SendPhase.Scheduled) => Apply,
        (SendEvent.Due, _) => Ignore, // a timer that fired twice

        (SendEvent.Verified, SendPhase.Verifying) => Apply,
        (SendEvent.Verified, _) => Forbidden, // deciding twice could send what was refused, or refuse what was sent

        (SendEvent.Submitted or SendEvent.GaveUp, SendPhase.Scheduled or SendPhase.Verifying) => Forbidden, // there is no order yet
        (SendEvent.Submitted or SendEvent.GaveUp, SendPhase.Sending) => Apply,
        (SendEvent.Submitted or SendEvent.GaveUp, _) => Ignore, // a report was faster than the answer

        (SendEvent.OutcomesArrived, SendPhase.Scheduled or SendPhase.Verifying) => Ignore, // an operator reports what was never ordered
        (SendEvent.OutcomesArrived, _) => Apply, // the last phase too: a late receipt corrects

        (SendEvent.DeadlineReached, SendPhase.Awaiting) => Apply,
        (SendEvent.DeadlineReached, SendPhase.Attesting or SendPhase.Finished) => Ignore, // the last outcome came just in time
        (SendEvent.DeadlineReached, _) => Forbidden, // it only runs once everything is handed over

        (SendEvent.Attested, SendPhase.Finished) => Ignore, // a round that was made twice, of the same leaves
        (SendEvent.Attested, _) => Apply,

        _ => Forbidden,
    };
}
