using Ascs.Contracts;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>What a list of AIDs in a request must be.</summary>
internal static class AidLists
{
    /// <summary>Null when each AID stands in it once.</summary>
    public static Problem? Fault(IReadOnlyCollection<Aid> aids) => aids.Distinct().Count() == aids.Count ? null : new Problem(ProblemCodes.DuplicateAids);
}
