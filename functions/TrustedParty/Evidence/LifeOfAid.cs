using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Evidence;

/// <summary>The leaves of an AID as the enterprise may see them.</summary>
internal static class LifeOfAid
{
    // Names that an enterprise sees for more than one inside reason.
    private static readonly HashSet<SendReason> Broad =
        Enum.GetValues<SendReason>().GroupBy(SendReasons.ForEnterprise).Where(inside => inside.Count() > 1).Select(inside => inside.Key).ToHashSet();

    /// <summary>Authorisation, binding, raised assurance, withdrawal, expiry: those that are in the log.</summary>
    public static IReadOnlyList<TracedLeaf> Authorisation(AidRecord record, IReadOnlyDictionary<string, KeptLeaf> kept)
    {
        var life = new List<TracedLeaf>();
        foreach (var (name, index, at) in Leaves(record))
        {
            if (index is { } place && kept.TryGetValue(name, out var leaf))
                life.Add(new TracedLeaf(place, leaf.Facts(), [], new TimelineEntry(leaf.Leaf().Kind.Name(), at ?? UnixTime.From(leaf.Leaf().Time), place, null, null, null)));
        }

        return life;
    }

    /// <summary>
    /// An outcome. Of the person the enterprise learns UNREACHABLE or NOT_NOW at most, so behind these the reason stays closed in the leaf, also where it says
    /// nothing else: what is closed must not tell the one from the other.
    /// </summary>
    public static TracedLeaf Outcome(OutcomeRecord outcome)
    {
        var shown = outcome.Reason is { } reason ? SendReasons.ForEnterprise(reason) : (SendReason?)null;
        return new TracedLeaf(
            outcome.LeafIndex, new RecordedFacts(LeafKind.Outcome, outcome.Fields), shown is { } name && Broad.Contains(name) ? [LeafField.Reason] : [],
            new TimelineEntry(LeafKind.Outcome.Name(), outcome.At, outcome.LeafIndex, outcome.DispatchId, outcome.Outcome, shown));
    }

    // Names as Consents, Assurances, RecordRevocation and ExpirySweep keep them.
    private static (string Name, long? Index, UnixTime? At)[] Leaves(AidRecord record) =>
    [
        (LeafNames.Granted, record.GrantedLeaf, record.ConsentedAt), (LeafNames.Bound, record.BoundLeaf, null), (LeafNames.Raised, record.RaisedLeaf, null),
        (LeafNames.Revoked, record.RevokedLeaf, record.RevokedAt), (LeafNames.Expired, record.ExpiredLeaf, record.ExpiresAt),
    ];
}
