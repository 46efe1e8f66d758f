using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Bundles;

/// <summary>One leaf in a bundle, with its proof and the fields that are opened.</summary>
/// <param name="Index">Its index in the log.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Proof">Inclusion proof in the tree of the bundle's checkpoint.</param>
/// <param name="Openings">The opened fields; the others stay closed.</param>
public sealed record BundleEntry(long Index, Leaf Leaf, IReadOnlyList<Hash256> Proof, IReadOnlyList<Opening> Openings)
{
    /// <summary>The opened value of a field; null when it stays closed. Worth nothing before the bundle is checked.</summary>
    /// <param name="field">Which field.</param>
    public string? ValueOf(LeafField field) => Openings.FirstOrDefault(o => o.Field == field)?.Value;
}
