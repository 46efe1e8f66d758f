using Ascs.Evidence.Checkpoints;

namespace Ascs.Evidence.Bundles;

/// <summary>Checks a bundle offline: no network, no clock, nothing but the bytes and the keys one trusts (ISC-6.2.1.1: other parties can verify).</summary>
public static class BundleChecker
{
    /// <summary>Checks a bundle.</summary>
    /// <param name="bundle">The file's bytes, all of them.</param>
    /// <param name="trustedKeys">
    /// The log's keys from a source of one's own, the SM2 key that seals among them. Without them the report says that the keys are only claimed by the bundle:
    /// then anyone could have made it.
    /// </param>
    /// <returns>Findings, or the first check that failed.</returns>
    public static BundleReport Check(ReadOnlySpan<byte> bundle, IReadOnlyCollection<NoteKey>? trustedKeys = null) => CheckAgainst(bundle, _ => trustedKeys);

    /// <summary>Checks a bundle with the keys that one trusts of the log that it names.</summary>
    /// <param name="bundle">The file's bytes, all of them.</param>
    /// <param name="trustedKeys">The keys of a log of this name; empty for a log that one does not trust.</param>
    public static BundleReport CheckAgainst(ReadOnlySpan<byte> bundle, Func<string, IReadOnlyCollection<NoteKey>?> trustedKeys)
    {
        ArgumentNullException.ThrowIfNull(trustedKeys);
        if (BundleFormat.Read(bundle) is not var (read, sealedBytes, seal))
            return new BundleReport(BundleRefusal.Of(
                BundleRefusalCode.NotCanonical, "这不是规范格式的证明包，或版本未知。", "This is not a bundle in canonical form, or of an unknown version."));
        var opened = new BundleCase(read, sealedBytes, seal, trustedKeys(read.Origin));
        foreach (var check in BundleChecks.InOrder)
        {
            if (check(opened) is { } refusal)
                return new BundleReport(refusal);
        }

        return new BundleReport(read, BundleStory.Tell(opened));
    }
}
