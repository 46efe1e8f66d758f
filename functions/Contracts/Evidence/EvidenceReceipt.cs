namespace Ascs.Contracts;

/// <summary>Proof that leaves are in the log; the checker in Ascs.Evidence verifies it offline.</summary>
/// <param name="Checkpoint">Signed checkpoint, C2SP text.</param>
/// <param name="Leaves">The leaves with their proofs.</param>
public sealed record EvidenceReceipt(string Checkpoint, IReadOnlyList<LeafProof> Leaves);
