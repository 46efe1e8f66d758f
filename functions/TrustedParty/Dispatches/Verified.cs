using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Decisions with what they were taken on.</summary>
/// <param name="Decisions">One for each recipient asked about, in that order.</param>
/// <param name="Records">The enterprise's own among the AIDs.</param>
internal sealed record Verified(IReadOnlyList<LineDecision> Decisions, IReadOnlyDictionary<Aid, AidRecord> Records);
