using Ascs.Contracts;
using Ascs.Evidence.Leaves;

namespace Ascs.TrustedParty.Evidence;

/// <summary>Outcomes of an AID.</summary>
/// <param name="Records">By ascending leaf index.</param>
/// <param name="Cursor">For older ones, [0-9A-Za-z_-]; null when there are none.</param>
internal sealed record OutcomePage(IReadOnlyList<OutcomeRecord> Records, string? Cursor);

/// <summary>One attested outcome.</summary>
/// <param name="LeafIndex">Its leaf; the leaf's id is in the leaf.</param>
/// <param name="DispatchId">The dispatch.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">The internal reason; `SendReasons.ForEnterprise` is applied on the way out.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Fields">What the leaf commits to (<see cref="LeafFacts.Fields"/>), to be opened under the authorisation's key.</param>
internal sealed record OutcomeRecord(
    long LeafIndex, DispatchId DispatchId, SendOutcome Outcome, SendReason? Reason, UnixTime At, IReadOnlyList<FieldValue> Fields);
