using Ascs.Contracts;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Receipts;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Client.Consents;

/// <summary>What the trusted party proves, checked offline with the log keys that it stated under its certificate.</summary>
internal sealed class ConsentReceipts(IPlatformDirectory directory, IPublicKeys keys)
{
    // Clocks of two platforms.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>The trusted party's keys under a log's name.</summary>
    public IReadOnlyCollection<NoteKey> LogKeys(string origin) =>
        NoteKey.IsName(origin) ? [.. keys.Versions(directory.TrustedParty().PlatId, KeyNames.LogSm2).Select(key => NoteKey.Sm2(origin, key))] : [];

    /// <summary>True when both leaves are in its log, the authorisation before the AID (ISC-6.2.2.1), neither older than the consent, and the term no longer than chosen.</summary>
    public bool Proves(AuthoriseAnswer answer, KeptConsent consent) =>
        answer.ExpiresAt.ToTime() <= answer.ConsentedAt.ToTime().AddDays(consent.TermDays)
        && ProvedLeaves.Check(answer.Receipt.Checkpoint, answer.Receipt.Leaves.Select(leaf => (leaf.Index, leaf.Leaf, leaf.Proof)), LogKeys)
            ?.ProveAuthorisation(consent.SubmittedAt.ToTime() - Skew) == true;
}
