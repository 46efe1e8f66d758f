namespace Ascs.Evidence.Tree;

/// <summary>
/// One complete subtree: the hash over the leaves [Index * 2^Level, (Index + 1) * 2^Level). Once those leaves exist it never changes,
/// so it can be stored once, create-only.
/// </summary>
/// <param name="Level">0 for a leaf hash, 1 for a pair, ... 62.</param>
/// <param name="Index">Position among the nodes of its level, from 0.</param>
public readonly record struct NodeId(int Level, long Index)
{
    /// <summary>First leaf below this node.</summary>
    public long FirstLeaf => Index << Level;
}
