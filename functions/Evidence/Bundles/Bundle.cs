using Ascs.Evidence.Checkpoints;

namespace Ascs.Evidence.Bundles;

/// <summary>
/// What proves to anyone, offline, what a log recorded about one AID or authorisation: leaves with their proofs under one checkpoint, the opened fields and
/// the texts these stand for (WIRE.md 5). Reading one proves nothing; <see cref="BundleChecker"/> does.
/// </summary>
/// <param name="Origin">The log.</param>
/// <param name="Keys">The log's public keys; the first is the SM2 key that seals the bundle.</param>
/// <param name="Checkpoint">The checkpoint that all proofs lead to.</param>
/// <param name="Aid">The AID that the bundle is about; empty when no entry opens an AID.</param>
/// <param name="Entries">The leaves by ascending index.</param>
/// <param name="Contents">Texts behind opened hashes, in any order.</param>
public sealed record Bundle(
    string Origin,
    IReadOnlyList<NoteKey> Keys,
    SignedCheckpoint Checkpoint,
    string Aid,
    IReadOnlyList<BundleEntry> Entries,
    IReadOnlyList<BundleContent> Contents)
{
    /// <summary>Largest bundle that is read, in bytes.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <summary>The bundle's canonical bytes, sealed: an SM2 signature by the log over everything before it.</summary>
    /// <param name="sealer">Holds the private half of the first key.</param>
    /// <exception cref="ArgumentException">The signer's key isn't an SM2 key, or isn't the bundle's first key.</exception>
    public byte[] Seal(INoteSigner sealer)
    {
        if (sealer.Key.Algorithm != NoteAlgorithm.Sm2 || Keys is not [var first, ..] || first != sealer.Key)
            throw new ArgumentException("A bundle is sealed by the SM2 key that stands first in it.", nameof(sealer));
        return BundleFormat.Write(this, sealer.Sign(BundleFormat.SealedBytes(this)));
    }
}
