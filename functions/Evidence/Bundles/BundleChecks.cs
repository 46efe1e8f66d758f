using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;
using static Ascs.Evidence.Bundles.BundleRefusalCode;

namespace Ascs.Evidence.Bundles;

/// <summary>The checks a bundle has to pass, in order, each with its reason to refuse. The first of all, canonical form, is <see cref="BundleFormat.Read"/>.</summary>
internal static class BundleChecks
{
    public static readonly IReadOnlyList<Func<BundleCase, BundleRefusal?>> InOrder =
    [
        KeysAreTrusted,
        SealIsTrue,
        CheckpointIsOfThisLog,
        CheckpointIsSigned,
        EntriesAreInOrder,
        EntriesAreInTheLog,
        OpeningsAreTrue,
        LinksPointBack,
        ContentsAreTheRecorded,
        AidIsTheRecorded,
    ];

    private static BundleRefusal? KeysAreTrusted(BundleCase c) =>
        c.Bundle.Keys is [{ Algorithm: NoteAlgorithm.Sm2 } first, ..] && c.Keys.Contains(first)
            ? null
            : BundleRefusal.Of(KeyNotTrusted, "封签所用的密钥不在您信任的密钥之中。", "It is not sealed by a key that you trust.");

    private static BundleRefusal? SealIsTrue(BundleCase c) =>
        c.Bundle.Keys[0].Verify(c.SealedBytes, c.Seal)
            ? null
            : BundleRefusal.Of(SealFalse, "封签不成立：证明包的内容被改动过。", "The seal is false: something in the bundle was changed.");

    private static BundleRefusal? CheckpointIsOfThisLog(BundleCase c) =>
        c.Bundle.Checkpoint.Checkpoint.Origin == c.Bundle.Origin
            ? null
            : BundleRefusal.Of(OtherLog, "检查点属于另一份日志。", "The checkpoint is of another log.");

    private static BundleRefusal? CheckpointIsSigned(BundleCase c)
    {
        if (c.CheckpointVerdict is NoteVerdict.FalseSignature)
            return BundleRefusal.Of(CheckpointFalse, "检查点上的一个签名不成立。", "A signature on the checkpoint is false.");
        return c.CheckpointSigners.Count > 0
            ? null
            : BundleRefusal.Of(CheckpointUnsigned, "检查点没有可信密钥的签名。", "No trusted key of the log signed the checkpoint.");
    }

    private static BundleRefusal? EntriesAreInOrder(BundleCase c)
    {
        var indexes = c.Bundle.Entries.Select(e => e.Index).ToArray();
        return indexes.Length > 0 && indexes.Zip(indexes.Skip(1)).All(pair => pair.First < pair.Second)
            ? null
            : BundleRefusal.Of(EntriesOutOfOrder, "没有记录，或记录未按日志顺序排列。", "There is no record, or the records are not in the log's order.");
    }

    private static BundleRefusal? EntriesAreInTheLog(BundleCase c)
    {
        var (size, root) = (c.Bundle.Checkpoint.Checkpoint.Size, c.Bundle.Checkpoint.Checkpoint.Root);
        var stray = c.Bundle.Entries.FirstOrDefault(e => !Inclusion.Check([.. e.Proof], e.Index, e.Leaf.Hash, size, root));
        return stray is null
            ? null
            : BundleRefusal.Of(NotInLog, $"第 {stray.Index} 条记录不在日志中。", $"Record {stray.Index} is not in the log.", stray.Index);
    }

    private static BundleRefusal? OpeningsAreTrue(BundleCase c)
    {
        foreach (var entry in c.Bundle.Entries)
        {
            var opened = entry.Openings.Select(o => o.Field).ToArray();
            if (opened.Distinct().Count() < opened.Length || !entry.Openings.All(o => o.Opens(entry.Leaf)))
                return BundleRefusal.Of(OpeningFalse, $"第 {entry.Index} 条记录公开的字段与承诺不符。", $"A field of record {entry.Index} is not what was recorded.", entry.Index);
        }

        return null;
    }

    private static BundleRefusal? LinksPointBack(BundleCase c)
    {
        foreach (var entry in c.Bundle.Entries)
        {
            var (link, superseded) = (c.Target(entry, LeafField.Link), c.Target(entry, LeafField.Supersedes));
            var wanted = entry.Leaf.Kind == LeafKind.Outcome ? LeafKind.AidBound : LeafKind.AuthorisationGranted;
            if (PointsWrong(entry, link, wanted) || PointsWrong(entry, superseded, entry.Leaf.Kind))
                return BundleRefusal.Of(LinkFalse, $"第 {entry.Index} 条记录指向了不该指向的记录。", $"Record {entry.Index} points to a record it can not act on.", entry.Index);
        }

        return null;
    }

    private static bool PointsWrong(BundleEntry from, BundleEntry? to, LeafKind wanted) =>
        to is not null && (to.Index >= from.Index || (from.Leaf.Kind <= LeafKind.Deleted && to.Leaf.Kind != wanted));

    private static BundleRefusal? ContentsAreTheRecorded(BundleCase c)
    {
        var wrong = c.Bundle.Contents.FirstOrDefault(t =>
            !t.IsAllowed || c.Bundle.Entries.FirstOrDefault(e => e.Index == t.Index)?.ValueOf(t.Field) != t.Hash);
        return wrong is null
            ? null
            : BundleRefusal.Of(ContentFalse, $"所附文本与第 {wrong.Index} 条记录中的哈希不符。", $"A text is not the one that record {wrong.Index} holds the hash of.", wrong.Index);
    }

    private static BundleRefusal? AidIsTheRecorded(BundleCase c)
    {
        var opened = c.Bundle.Entries.Select(e => e.ValueOf(LeafField.Aid)).Where(a => !string.IsNullOrEmpty(a)).Distinct().ToArray();
        string[] claimed = c.Bundle.Aid.Length == 0 ? [] : [c.Bundle.Aid];
        return opened.AsSpan().SequenceEqual(claimed)
            ? null
            : BundleRefusal.Of(AidFalse, "证明包所称的 AID 与记录不符。", "The AID that the bundle claims to be about is not the one in its records.");
    }
}
