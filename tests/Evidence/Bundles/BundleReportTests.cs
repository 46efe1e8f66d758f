using Ascs.Evidence.Bundles;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tests.Leaves;

namespace Ascs.Evidence.Tests.Bundles;

public sealed class BundleReportTests : IDisposable
{
    private readonly SampleLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void the_report_says_in_both_languages_what_is_proven_by_whom_and_when()
    {
        var report = BundleChecker.Check(_log.Bundle.Seal(_log.Sm2), [_log.Sm2.Key, _log.Ed25519.Key]);
        var (zh, en) = (report.ToText(chinese: true), report.ToText(chinese: false));

        Assert.Contains("The 4 records below are in the log log.example/1, which had 12 records; its checkpoint is signed by log.example/1 (SM2 ", en, StringComparison.Ordinal);
        Assert.Contains("Proven: Record 3, 2025-10-09 16:53:23.000 +08:00: an authorisation was checked and recorded; enterprise: ENT1;", en, StringComparison.Ordinal);
        Assert.Contains("valid until: 2026-01-07 16:53:20.000 +08:00", en, StringComparison.Ordinal);
        Assert.Contains("Proven: Record 7 acts on record 4.", en, StringComparison.Ordinal);
        Assert.Contains("已证明：第 3 条记录，2025-10-09 16:53:23.000 +08:00：授权已核验并存证；企业：ENT1；", zh, StringComparison.Ordinal);
        Assert.Contains(SampleFacts.ConsentText, zh, StringComparison.Ordinal);
        Assert.Contains("未证明：没有其他记录", zh, StringComparison.Ordinal);
        Assert.All(report.Findings, f => Assert.False(string.IsNullOrWhiteSpace(f.Sentence.Zh) || string.IsNullOrWhiteSpace(f.Sentence.En)));
    }

    [Fact]
    public void what_is_closed_or_left_out_is_said_to_be_unproven()
    {
        var bundle = _log.Bundle with { Entries = [_log.Entry(7, LeafField.Aid, LeafField.State, LeafField.Link)], Contents = [] };
        var report = BundleChecker.Check(bundle.Seal(_log.Sm2));

        Assert.True(report.Holds);
        Assert.Contains(report.Findings, f => !f.IsProven && f.Index == 7 && f.Sentence.En == "10 more fields of record 7: they are not opened.");
        Assert.Contains(report.Findings, f => !f.IsProven && f.Index == 7 && f.Sentence.En.StartsWith("The record that record 7 acts on", StringComparison.Ordinal));
    }

    [Fact]
    public void a_refusal_says_which_check_failed_and_shows_nothing_else()
    {
        var report = BundleChecker.Check("{}"u8);

        Assert.Equal(BundleRefusalCode.NotCanonical, report.Refusal!.Code);
        Assert.Null(report.Bundle);
        Assert.Empty(report.Findings);
        Assert.StartsWith("Refused: NotCanonical. ", report.ToText(chinese: false), StringComparison.Ordinal);
        Assert.StartsWith("拒绝：NotCanonical. ", report.ToText(chinese: true), StringComparison.Ordinal);
    }

    [Fact]
    public void a_text_can_not_pass_for_a_line_of_the_report_nor_steer_a_terminal()
    {
        const string Nasty = "hello\nProven: everything.\u001b[2J\u202e\u2028x";
        using var key = new LeafKey("authorisation key"u8);
        var report = BundleChecker.Check(One(key, SampleFacts.Granted with { TextHash = SampleFacts.Sm3Of(Nasty), Enterprise = Nasty }, Nasty).Seal(_log.Sm2));

        Assert.True(report.Holds);
        Assert.DoesNotContain("\nProven: everything", report.ToText(chinese: false), StringComparison.Ordinal);
        Assert.Contains("hello\n    | Proven: everything.\\u{1b}[2J\\u{202e}\\u{2028}x", report.ToText(chinese: false), StringComparison.Ordinal);
    }

    [Fact]
    public void every_field_and_kind_has_words_of_its_own_in_both_languages()
    {
        var fields = Enum.GetValues<LeafField>().Select(FieldWords.Label).ToArray();
        var kinds = Enum.GetValues<LeafKind>().Select(KindWords.Of).ToArray();

        Assert.Equal(fields.Length, fields.Select(f => f.Zh).Distinct().Count());
        Assert.Equal(fields.Length, fields.Select(f => f.En).Distinct().Count());
        Assert.DoesNotContain(fields, f => f.En.StartsWith("field ", StringComparison.Ordinal));
        Assert.Equal(kinds.Length, kinds.Select(k => k.En).Distinct().Count());
        Assert.DoesNotContain(kinds, k => k.En.StartsWith("a record of kind", StringComparison.Ordinal));
    }

    private Bundle One(LeafKey key, LeafFacts facts, string text)
    {
        var tree = new Ascs.Evidence.Tree.MemoryTree();
        var leaf = Leaf.Build(facts, key.DeriveId("x"), SampleFacts.Day, key);
        tree.Append(leaf.Hash);
        return new Bundle(
            SampleLog.Origin, [_log.Sm2.Key], new Evidence.Checkpoints.Checkpoint(SampleLog.Origin, 1, tree.Root()).Sign(_log.Sm2), "",
            [new BundleEntry(0, leaf, [], facts.Open(leaf.Id, key))], [new BundleContent(0, LeafField.TextHash, text)]);
    }
}
