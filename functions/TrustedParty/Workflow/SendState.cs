using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>
/// The state of one dispatch: container Work, partition = the dispatch id, id = `state`, versioned. What never changes (template, variables) stands beside it,
/// so that it stays small however often it is written. Only <see cref="SendWorkflow"/> makes new ones.
/// </summary>
/// <param name="DispatchId">The dispatch.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="Kind">Message or notice.</param>
/// <param name="AcceptedAt">When it was accepted.</param>
/// <param name="DueAt">When it is to go out.</param>
/// <param name="FiredAt">When it was found due; null before.</param>
/// <param name="Deadline">When missing receipts are no longer waited for; set when it fires.</param>
/// <param name="DeadlinePassed">Whether that has come.</param>
/// <param name="Round">Attestation rounds opened so far: the recipients whose outcomes are told together, in one batch of leaves.</param>
/// <param name="RoundAt">When the last round was opened: the time of its leaves, kept so that a repeated round makes the same bytes.</param>
/// <param name="Lines">The recipients, in the order of the request.</param>
/// <param name="Reports">The operators' signed reports that brought outcomes.</param>
internal sealed record SendState(
    DispatchId DispatchId, EnterpriseId EnterpriseId, OrderKind Kind, UnixTime AcceptedAt, UnixTime DueAt, UnixTime? FiredAt, UnixTime? Deadline,
    bool DeadlinePassed, int Round, UnixTime? RoundAt, IReadOnlyList<SendLine> Lines, IReadOnlyList<ReportRef> Reports)
{
    /// <summary>Where it stands; it follows from the lines, so the two can't disagree.</summary>
    [JsonIgnore]
    public SendPhase Phase =>
        FiredAt is null && Lines.Any(l => l.IsUndecided) ? SendPhase.Scheduled
        : Lines.Any(l => l.IsUndecided) ? SendPhase.Verifying
        : Lines.Any(l => l.IsToSubmit) ? SendPhase.Sending
        : Lines.Any(l => l.IsKnown && !l.IsFinal) && !DeadlinePassed ? SendPhase.Awaiting
        : Lines.Any(l => l.IsBeingTold) ? SendPhase.Attesting
        : SendPhase.Finished;
}
