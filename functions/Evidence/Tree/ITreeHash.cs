namespace Ascs.Evidence.Tree;

/// <summary>
/// The hash a tree is built with. Leaves and nodes have different prefixes, so that no node can be passed off as a leaf (RFC 9162 2.1.1).
/// Implementations have no state and may be shared.
/// </summary>
public interface ITreeHash
{
    /// <summary>Root of the tree without leaves: HASH("").</summary>
    Hash256 Empty { get; }

    /// <summary>Hash of one leaf: HASH(0x00 || data).</summary>
    /// <param name="data">The leaf's bytes.</param>
    Hash256 Leaf(ReadOnlySpan<byte> data);

    /// <summary>Hash of an inner node: HASH(0x01 || left || right).</summary>
    /// <param name="left">Hash of the left subtree.</param>
    /// <param name="right">Hash of the right subtree.</param>
    Hash256 Node(in Hash256 left, in Hash256 right);
}
