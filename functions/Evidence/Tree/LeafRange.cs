namespace Ascs.Evidence.Tree;

/// <summary>The leaves [From, To) of a log; their subtree hash is MTH(D[From:To]) of RFC 9162 2.1.1.</summary>
/// <param name="From">First leaf, from 0.</param>
/// <param name="To">One past the last leaf; greater than <paramref name="From"/>.</param>
public readonly record struct LeafRange(long From, long To);
