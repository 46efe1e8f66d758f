namespace Ascs.Contracts;

/// <summary>One leaf and its place.</summary>
/// <param name="Index">Index in the log.</param>
/// <param name="Leaf">The leaf's bytes (WIRE.md), base64url.</param>
/// <param name="Proof">RFC 6962 inclusion proof, base64url hashes from the leaf up.</param>
public sealed record LeafProof(long Index, string Leaf, IReadOnlyList<string> Proof);
