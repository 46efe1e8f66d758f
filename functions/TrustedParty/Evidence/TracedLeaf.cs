using Ascs.Contracts;
using Ascs.Evidence.Leaves;

namespace Ascs.TrustedParty.Evidence;

/// <summary>A leaf of an AID's life with what may be opened of it.</summary>
/// <param name="Index">Its index.</param>
/// <param name="Facts">What it commits to.</param>
/// <param name="Hidden">Fields that the asker may not see.</param>
/// <param name="Entry">Its line in the timeline; null when it only supports others.</param>
internal sealed record TracedLeaf(long Index, LeafFacts Facts, IReadOnlyList<LeafField> Hidden, TimelineEntry? Entry)
{
    /// <summary>The openings for the asker.</summary>
    public IReadOnlyList<Opening> Open(LeafId id, LeafKey key)
    {
        LeafField[] shown = [.. Facts.Fields.Select(f => f.Field).Where(field => !Hidden.Contains(field))];
        return shown.Length == 0 ? [] : Facts.Open(id, key, shown);
    }
}
