using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;

namespace Ascs.Evidence.Bundles;

/// <summary>Tells in plain words what a bundle that passed every check proves, and what it doesn't.</summary>
internal static class BundleStory
{
    public static IReadOnlyList<Finding> Tell(BundleCase c) =>
        [Log(c), .. c.Bundle.Entries.SelectMany(e => Entry(c, e)), .. c.Bundle.Contents.Select(Content), .. Limits(c), .. c.Bundle.Entries.SelectMany(e => EntryLimits(c, e))];

    private static Finding Log(BundleCase c)
    {
        var checkpoint = c.Bundle.Checkpoint.Checkpoint;
        var (zh, en) = (string.Join("、", c.CheckpointSigners.Select(Name)), string.Join(", ", c.CheckpointSigners.Select(Name)));
        return Proven(
            null,
            $"下列 {c.Bundle.Entries.Count} 条记录都在日志 {checkpoint.Origin} 之中；该日志当时共有 {checkpoint.Size} 条记录，检查点由 {zh} 签名，整个证明包由 {Name(c.Bundle.Keys[0])} 封签。",
            $"The {c.Bundle.Entries.Count} records below are in the log {checkpoint.Origin}, which had {checkpoint.Size} records; its checkpoint is signed by {en}, the bundle as a whole by {Name(c.Bundle.Keys[0])}.");
    }

    private static IEnumerable<Finding> Entry(BundleCase c, BundleEntry entry)
    {
        var (kind, at) = (KindWords.Of(entry.Leaf.Kind), FieldWords.Instant(entry.Leaf.Time));
        var told = entry.Openings.Where(o => c.Target(entry, o.Field) is null).ToArray(); // where a link leads is told below
        var zh = string.Concat(told.Select(o => $"；{FieldWords.Zh(o)}"));
        var en = string.Concat(told.Select(o => $"; {FieldWords.En(o)}"));
        yield return Proven(entry.Index, $"第 {entry.Index} 条记录，{at}：{kind.Zh}{zh}。", $"Record {entry.Index}, {at}: {kind.En}{en}.");
        if (c.Target(entry, LeafField.Link) is { } target)
            yield return Proven(entry.Index, $"第 {entry.Index} 条记录针对的是第 {target.Index} 条记录。", $"Record {entry.Index} acts on record {target.Index}.");
        if (c.Target(entry, LeafField.Supersedes) is { } old)
            yield return Proven(entry.Index, $"第 {entry.Index} 条记录更正了第 {old.Index} 条记录。", $"Record {entry.Index} corrects record {old.Index}.");
    }

    private static Finding Content(BundleContent content) => Proven(
        content.Index,
        $"所附文本正是第 {content.Index} 条记录所载（{FieldWords.Label(content.Field).Zh}）：“{content.Text}”",
        $"The text that record {content.Index} holds the hash of ({FieldWords.Label(content.Field).En}) is exactly: \"{content.Text}\"");

    private static IEnumerable<Finding> Limits(BundleCase c)
    {
        if (c.Pinned is null)
            yield return Limit(null, "密钥确属该日志：密钥只是证明包自己所称，请与日志运营方另行公布的密钥核对。", "That the keys are the log's: they are only claimed by the bundle. Compare them with those that the log's operator published elsewhere.");
        yield return Limit(null, "所有人看到的是同一份日志：本检查器不核对见证人的签名。", "That everyone is shown the same log: witnesses' signatures are not judged here.");
        yield return Limit(null, "没有其他记录：证明包未列出的记录（例如之后的撤销）可能存在。", "That there are no other records: one that the bundle leaves out, a later revocation say, may exist.");
        yield return Limit(null, "时间：记录时间是日志自己的陈述。", "The times: they are the log's own statement.");
    }

    private static IEnumerable<Finding> EntryLimits(BundleCase c, BundleEntry entry)
    {
        var closed = entry.Leaf.Fields.Count - entry.Openings.Count;
        if (!Enum.IsDefined(entry.Leaf.Kind))
            yield return Limit(entry.Index, $"第 {entry.Index} 条记录的含义：本检查器不认识第 {(int)entry.Leaf.Kind} 类记录。", $"What record {entry.Index} means: this checker does not know kind {(int)entry.Leaf.Kind}.");
        if (closed > 0)
            yield return Limit(entry.Index, $"第 {entry.Index} 条记录另有 {closed} 个字段未公开。", $"{closed} more fields of record {entry.Index}: they are not opened.");
        if (entry.ValueOf(LeafField.Link) is { Length: > 0 } && c.Target(entry, LeafField.Link) is null)
            yield return Limit(entry.Index, $"第 {entry.Index} 条记录所针对的记录：它不在本证明包中。", $"The record that record {entry.Index} acts on: it is not in this bundle.");
        if (entry.ValueOf(LeafField.Supersedes) is { Length: > 0 } && c.Target(entry, LeafField.Supersedes) is null)
            yield return Limit(entry.Index, $"第 {entry.Index} 条记录所更正的记录：它不在本证明包中。", $"The record that record {entry.Index} corrects: it is not in this bundle.");
    }

    private static string Name(NoteKey key) => $"{key.Name} ({(key.Algorithm == NoteAlgorithm.Sm2 ? "SM2" : "Ed25519")} {key.KeyId:x8})";

    private static Finding Proven(long? index, string zh, string en) => new(true, index, new Sentence(zh, en));

    private static Finding Limit(long? index, string zh, string en) => new(false, index, new Sentence(zh, en));
}
