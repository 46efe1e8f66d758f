using System.Buffers.Text;
using System.Globalization;
using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Receipts;
using Ascs.Evidence.Tree;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Enterprise.Authorising;

/// <summary>
/// Checks what the trusted party answers before it is believed: both leaves are in a tree that it signed, the authorisation before the AID (ISC-6.2.2.1), neither
/// older than this consent, and the term no longer than the one chosen.
/// </summary>
internal sealed class ReceiptCheck(IPlatformDirectory directory, IPublicKeys keys)
{
    // Clocks of two platforms.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>True when the answer is worth what it says.</summary>
    public bool Proves(AuthoriseAnswer answer, ConsentRecord consent)
    {
        var longest = answer.ConsentedAt.ToTime().AddDays(consent.Choices.TermDays);
        return answer.ExpiresAt.ToTime() <= longest && Leaves(answer.Receipt) is { } leaves
            && leaves.TryGetValue(LeafKind.AuthorisationGranted, out var granted) && leaves.TryGetValue(LeafKind.AidBound, out var bound)
            && granted.Index < bound.Index && granted.Leaf.Time >= consent.SubmittedAt.ToTime() - Skew;
    }

    /// <summary>Index of the AID's leaf in the log: what a person can quote.</summary>
    public static long? IndexOf(EvidenceReceipt receipt) => receipt.Leaves.Count == 0 ? null : receipt.Leaves.Max(leaf => leaf.Index);

    /// <summary>Every leaf by its kind; null when one of them is not proved, or a kind comes twice.</summary>
    private Dictionary<LeafKind, (long Index, Leaf Leaf)>? Leaves(EvidenceReceipt receipt)
    {
        if (!SignedCheckpoint.TryParse(receipt.Checkpoint, out var signed) || LogKeys(signed.Checkpoint.Origin) is not { Count: > 0 } known)
            return null;
        var found = new Dictionary<LeafKind, (long, Leaf)>();
        foreach (var proof in receipt.Leaves)
        {
            if (!Base64Url.IsValid(proof.Leaf) || !Leaf.TryParse(Base64Url.DecodeFromChars(proof.Leaf), out var leaf) || Hashes(proof.Proof) is not { } hashes)
                return null;
            if (new Receipt(proof.Index, hashes, signed).Verify(leaf.Hash, signed.Checkpoint.Origin, known) != ReceiptVerdict.Verified || !found.TryAdd(leaf.Kind, (proof.Index, leaf)))
                return null;
        }

        return found;
    }

    /// <summary>Every version of the log's SM2 key that the trusted party stated under its certificate; a log is the trusted party's when one of them signs under its name.</summary>
    private List<NoteKey>? LogKeys(string origin)
    {
        if (origin.Any(c => c == '+' || char.IsWhiteSpace(c)))
            return null; // no key may have this name
        var owner = directory.TrustedParty().PlatId;
        if (keys.Current(owner, KeyNames.LogSm2) is not { } current)
            return null;
        var found = new List<NoteKey>();
        var newest = VersionOf(current.KeyId);
        for (var version = newest; version > 0 && version > newest - PinnedKeys.MaxKeys; version--) // a book holds no more; a version is only what its owner says
        {
            if (keys.Find(owner, string.Create(CultureInfo.InvariantCulture, $"{KeyNames.LogSm2}-v{version}")) is { } key)
                found.Add(NoteKey.Sm2(origin, key));
        }

        return found;
    }

    private static int VersionOf(string keyId) =>
        int.TryParse(keyId.AsSpan(keyId.LastIndexOf('v') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static Hash256[]? Hashes(IReadOnlyList<string> proof)
    {
        if (proof.Count > Receipt.MaxProofLength || proof.Any(hash => !Base64Url.IsValid(hash, out var length) || length != Hash256.Length))
            return null;
        return [.. proof.Select(hash => new Hash256(Base64Url.DecodeFromChars(hash)))];
    }
}
