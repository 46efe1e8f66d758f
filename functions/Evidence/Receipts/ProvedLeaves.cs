using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Receipts;

/// <summary>Leaves that were proved to be in one log, by kind.</summary>
public sealed class ProvedLeaves
{
    private readonly Dictionary<LeafKind, (long Index, Leaf Leaf)> found = [];

    private ProvedLeaves()
    {
    }

    /// <summary>Checks leaves with their proofs under one signed checkpoint.</summary>
    /// <param name="checkpoint">C2SP text.</param>
    /// <param name="leaves">Index, the leaf's bytes in base64url, and the proof's hashes in base64url from the leaf up.</param>
    /// <param name="logKeys">The keys that one trusts of a log of this name; empty for a name that no log one trusts can have.</param>
    /// <returns>The leaves; null when one of them is not proved, or a kind comes twice.</returns>
    public static ProvedLeaves? Check(
        string checkpoint, IEnumerable<(long Index, string Leaf, IReadOnlyList<string> Proof)> leaves, Func<string, IReadOnlyCollection<NoteKey>> logKeys)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(logKeys);
        if (!SignedCheckpoint.TryParse(checkpoint, out var signed) || logKeys(signed.Checkpoint.Origin) is not { Count: > 0 } known)
            return null;
        var proved = new ProvedLeaves();
        return leaves.All(leaf => proved.TryAdd(leaf.Index, leaf.Leaf, leaf.Proof, signed, known)) ? proved : null;
    }

    /// <summary>The leaf of a kind, and where it is.</summary>
    public bool TryGet(LeafKind kind, out long index, [NotNullWhen(true)] out Leaf? leaf)
    {
        var isThere = found.TryGetValue(kind, out var entry);
        (index, leaf) = entry;
        return isThere;
    }

    /// <summary>What an authorisation's receipt must prove: both leaves, the authorisation before the AID (ISC-6.2.2.1), neither made before this moment.</summary>
    public bool ProveAuthorisation(DateTimeOffset notBefore) =>
        TryGet(LeafKind.AuthorisationGranted, out var granted, out var leaf) && TryGet(LeafKind.AidBound, out var bound, out _)
        && granted < bound && leaf.Time >= notBefore;

    private bool TryAdd(long index, string text, IReadOnlyList<string> proof, SignedCheckpoint signed, IReadOnlyCollection<NoteKey> known) =>
        Base64Url.IsValid(text) && Leaf.TryParse(Base64Url.DecodeFromChars(text), out var leaf) && Hashes(proof) is { } hashes
        && new Receipt(index, hashes, signed).Verify(leaf.Hash, signed.Checkpoint.Origin, known) == ReceiptVerdict.Verified && found.TryAdd(leaf.Kind, (index, leaf));

    private static Hash256[]? Hashes(IReadOnlyList<string> proof)
    {
        if (proof.Count > Receipt.MaxProofLength || proof.Any(hash => !Base64Url.IsValid(hash, out var length) || length != Hash256.Length))
            return null;
        return [.. proof.Select(hash => new Hash256(Base64Url.DecodeFromChars(hash)))];
    }
}
