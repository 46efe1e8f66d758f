using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;

namespace Ascs.Evidence.Bundles;

/// <summary>A bundle before the checks, with what the verifier brought along.</summary>
/// <param name="Bundle">As read.</param>
/// <param name="SealedBytes">What the seal signs.</param>
/// <param name="Seal">The seal.</param>
/// <param name="Pinned">The keys that the verifier trusts; null when there are none and the bundle's own word has to do.</param>
internal sealed record BundleCase(Bundle Bundle, byte[] SealedBytes, byte[] Seal, IReadOnlyCollection<NoteKey>? Pinned)
{
    private readonly ILookup<string, BundleEntry> _byHash = Bundle.Entries.ToLookup(e => e.Leaf.Hash.ToBase64());
    private NoteVerdict? _verdict; // found at the first question: a false seal is not worth the signatures

    /// <summary>The bundle's keys that count: all of them, or those that are pinned.</summary>
    public IReadOnlyList<NoteKey> Keys { get; } = [.. Bundle.Keys.Where(k => Pinned is null || Pinned.Contains(k))];

    /// <summary>What the checkpoint's signatures are worth under all of the bundle's keys, trusted or not.</summary>
    public NoteVerdict CheckpointVerdict => _verdict ??= Bundle.Checkpoint.Verify(Bundle.Keys);

    /// <summary>The keys that count and signed the checkpoint.</summary>
    public IReadOnlyList<NoteKey> CheckpointSigners => CheckpointVerdict is NoteVerdict.Verified verified ? [.. verified.SignedBy.Where(Keys.Contains)] : [];

    /// <summary>The entry with the leaf hash that a link or supersedes field holds; null when it isn't in the bundle.</summary>
    public BundleEntry? Target(BundleEntry entry, LeafField field) => _byHash[entry.ValueOf(field) ?? ""].FirstOrDefault();
}
