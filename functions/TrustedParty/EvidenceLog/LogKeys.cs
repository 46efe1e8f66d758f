using Ascs.Evidence.Checkpoints;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>The keys that sign the log's checkpoints, Ed25519 first for public tools, then SM2. Whoever has them can sign a fork; witnesses catch it.</summary>
/// <param name="Origin">The log's name, first line of every checkpoint.</param>
/// <param name="Signers">In the order of the lines.</param>
internal sealed record LogKeys(string Origin, IReadOnlyList<INoteSigner> Signers)
{
    /// <summary>Public halves.</summary>
    public IReadOnlyCollection<NoteKey> Public => [.. Signers.Select(signer => signer.Key)];

    /// <summary>True for a checkpoint of this log that all of its keys signed.</summary>
    public bool Signed(SignedCheckpoint checkpoint) =>
        checkpoint.Checkpoint.Origin == Origin
        && checkpoint.Verify(Public) is NoteVerdict.Verified verified && verified.SignedBy.Count == Signers.Count;
}
