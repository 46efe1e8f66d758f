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

    /// <summary>The bundle's keys that count: all of them, or those that are pinned.</summary>
    public IReadOnlyList<NoteKey> Keys { get; } = [.. Bundle.Keys.Where(k => Pinned is null || Pinned.Contains(k))];

    /// <summary>The entry with the leaf hash that a link or supersedes field holds; null when it isn't in the bundle.</summary>
    public BundleEntry? Target(BundleEntry entry, LeafField field) => _byHash[entry.ValueOf(field) ?? ""].FirstOrDefault();
}
