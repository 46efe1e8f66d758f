using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Receipts;
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
        return answer.ExpiresAt.ToTime() <= longest && Leaves(answer.Receipt)?.ProveAuthorisation(consent.SubmittedAt.ToTime() - Skew) == true;
    }

    /// <summary>Index of the AID's leaf in the log: what a person can quote.</summary>
    public static long? IndexOf(EvidenceReceipt receipt) => receipt.Leaves.Count == 0 ? null : receipt.Leaves.Max(leaf => leaf.Index);

    private ProvedLeaves? Leaves(EvidenceReceipt receipt) =>
        ProvedLeaves.Check(receipt.Checkpoint, receipt.Leaves.Select(leaf => (leaf.Index, leaf.Leaf, leaf.Proof)), LogKeys);

    // A log is the trusted party's when a key that it stated under its certificate signs under the log's name.
    private NoteKey[] LogKeys(string origin) =>
        NoteKey.IsName(origin) ? [.. keys.Versions(directory.TrustedParty().PlatId, KeyNames.LogSm2).Select(key => NoteKey.Sm2(origin, key))] : [];
}
