namespace Ascs.Evidence.Tree;

/// <summary>Nodes fetched beforehand, for instance those named by <see cref="TreeMath.NodesForInclusion"/>.</summary>
public sealed class FetchedNodes : INodeReader
{
    private readonly Dictionary<NodeId, Hash256> _nodes = [];

    /// <summary>How many nodes are held.</summary>
    public int Count => _nodes.Count;

    /// <summary>Puts a node in; the same node again replaces it.</summary>
    /// <param name="node">Which subtree.</param>
    /// <param name="hash">Its hash.</param>
    public void Add(NodeId node, Hash256 hash) => _nodes[node] = hash;

    /// <inheritdoc/>
    public Hash256 Read(NodeId node) =>
        _nodes.TryGetValue(node, out var hash) ? hash : throw new KeyNotFoundException($"Node ({node.Level}, {node.Index}) was not fetched.");
}
