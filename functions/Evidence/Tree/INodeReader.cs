namespace Ascs.Evidence.Tree;

/// <summary>
/// Gives the hashes of complete subtrees. A log that keeps them in storage asks <see cref="TreeMath"/> which ones a proof needs, fetches these
/// (asynchronously, in one go), and hands them over through this interface; see <see cref="FetchedNodes"/>.
/// </summary>
public interface INodeReader
{
    /// <summary>The hash of a complete subtree.</summary>
    /// <param name="node">Which one; it is inside the tree that the proof is about.</param>
    /// <exception cref="KeyNotFoundException">The node was never stored: the log is damaged or the caller fetched too little.</exception>
    Hash256 Read(NodeId node);
}
