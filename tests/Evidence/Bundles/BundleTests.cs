using System.Text;
using Ascs.Evidence.Bundles;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tests.Leaves;
using Ascs.Evidence.Tree;
using Ascs.Gm;

namespace Ascs.Evidence.Tests.Bundles;

public sealed class BundleTests : IDisposable
{
    private readonly SampleLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void a_bundle_of_a_whole_life_holds_under_pinned_keys()
    {
        var report = BundleChecker.Check(_log.Bundle.Seal(_log.Sm2), [_log.Sm2.Key, _log.Ed25519.Key]);

        Assert.True(report.Holds, report.ToText(chinese: false));
        Assert.Equal([3, 4, 7, 9], report.Bundle!.Entries.Select(e => e.Index));
        Assert.Equal(SampleFacts.ConsentText, report.Bundle.Contents[0].Text);
    }

    [Fact]
    public void the_committed_bundle_holds_for_ever_and_is_written_back_byte_for_byte()
    {
        // Sealed by the SM2 key of GM/T 0003.5 annex A; every byte was also checked by an implementation of its own from WIRE.md, the SM2 lines with openssl.
        var bytes = Encoding.ASCII.GetBytes(Vectors.Text("bundle-v1.json"));
        var signer = new Sm2NoteSigner(
            SampleLog.Origin, Sm2PrivateKey.Import(Convert.FromHexString("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8")));
        var report = BundleChecker.Check(bytes, [signer.Key]);

        Assert.True(report.Holds, report.ToText(chinese: false));
        Assert.Equal(["UNKNOWN", "DELIVERED"], report.Bundle!.Entries.Select(e => e.ValueOf(LeafField.State)).OfType<string>());
        Assert.Equal(BundleFormat.SealedBytes(report.Bundle), BundleFormat.Read(bytes)!.Value.SealedBytes);
    }

    [Fact]
    public void no_changed_byte_survives()
    {
        var good = _log.Bundle.Seal(_log.Sm2);
        for (var i = 0; i < good.Length; i++)
        {
            var changed = good.ToArray();
            changed[i] ^= (byte)(1 << (i % 8));
            Assert.False(BundleChecker.Check(changed).Holds);
        }
    }

    [Fact]
    public void no_missing_and_no_further_byte_survives()
    {
        var good = _log.Bundle.Seal(_log.Sm2);
        for (var i = 0; i < good.Length; i += 7)
        {
            Assert.False(BundleChecker.Check([.. good.AsSpan(0, i), .. good.AsSpan(i + 1)]).Holds);
            Assert.False(BundleChecker.Check([.. good.AsSpan(0, i), (byte)' ', .. good.AsSpan(i)]).Holds);
        }

        Assert.False(BundleChecker.Check([]).Holds);
        Assert.False(BundleChecker.Check([.. good, (byte)'\n']).Holds);
    }

    [Fact]
    public void another_form_of_the_same_content_is_refused()
    {
        var good = Encoding.ASCII.GetString(_log.Bundle.Seal(_log.Sm2));

        foreach (var other in new[]
        {
            good.Replace("\"format\"", " \"format\"", StringComparison.Ordinal),
            good.Replace("ascs-bundle/1", "ascs-bundle/2", StringComparison.Ordinal),
            good.Replace("\"ENT1\"", "\"\\u0045NT1\"", StringComparison.Ordinal),
            good.Replace("\\n", "\\u000a", StringComparison.Ordinal),
            good.Replace("\\u4ee5", "\\u4EE5", StringComparison.Ordinal),
            good.Replace("\\u6211", "我", StringComparison.Ordinal),
            good.Replace("\\u6211", "\\ud800", StringComparison.Ordinal),
            good.Replace("\"aid\":", "\"aid\":\"\",\"aid\":", StringComparison.Ordinal),
            good.Replace("\"aid\":", "\"note\":\"\",\"aid\":", StringComparison.Ordinal),
            good.Replace("\"index\":3,", "\"index\":3.0,", StringComparison.Ordinal),
            good.Replace("\"index\":3,", "\"index\":\"3\",", StringComparison.Ordinal),
            good.Replace("\"contents\":[", "\"contents\":null,\"x\":[", StringComparison.Ordinal),
            "null",
            "[]",
            new string('[', 10_000),
        })
            Assert.Equal(BundleRefusalCode.NotCanonical, BundleChecker.Check(Encoding.UTF8.GetBytes(other)).Refusal?.Code);
    }

    [Fact]
    public void a_stranger_who_seals_a_bundle_of_their_own_log_is_refused_under_pinned_keys()
    {
        using var stranger = new SampleLog();
        var forged = stranger.Bundle.Seal(stranger.Sm2);

        Assert.Equal(BundleRefusalCode.KeyNotTrusted, BundleChecker.Check(forged, [_log.Sm2.Key, _log.Ed25519.Key]).Refusal?.Code);
        Assert.Equal(BundleRefusalCode.KeyNotTrusted, BundleChecker.Check(forged, []).Refusal?.Code);
        Assert.Contains(BundleChecker.Check(forged).Findings, f => !f.IsProven && f.Sentence.En.Contains("only claimed by the bundle", StringComparison.Ordinal));
        Assert.DoesNotContain(
            BundleChecker.Check(forged, [stranger.Sm2.Key]).Findings, f => f.Sentence.En.Contains("only claimed by the bundle", StringComparison.Ordinal));
    }

    [Fact]
    public void a_seal_by_another_key_than_the_first_is_refused()
    {
        var other = new Sm2NoteSigner(SampleLog.Origin, Sm2PrivateKey.Generate());

        Assert.Throws<ArgumentException>(() => _log.Bundle.Seal(other));
        Assert.Throws<ArgumentException>(() => (_log.Bundle with { Keys = [_log.Ed25519.Key] }).Seal(_log.Ed25519));
        Assert.Equal(BundleRefusalCode.SealFalse, BundleChecker.Check(_log.Bundle.Seal(new LyingSigner(_log.Sm2.Key, other))).Refusal?.Code);
    }

    [Fact]
    public void a_checkpoint_of_another_log_or_by_no_trusted_key_is_refused()
    {
        var other = new Checkpoint("log.example/2", 12, _log.Tree.Root()).Sign(_log.Sm2);
        var ed25519Only = new Checkpoint(SampleLog.Origin, 12, _log.Tree.Root()).Sign(_log.Ed25519);
        var halfFalse = _log.Checkpoint.With(new NoteSignature(_log.Ed25519.Key.Name, _log.Ed25519.Key.KeyId, new byte[64]));

        Assert.Equal(BundleRefusalCode.OtherLog, _log.Refusal(_log.Bundle with { Checkpoint = other }));
        Assert.Equal(
            BundleRefusalCode.CheckpointUnsigned, BundleChecker.Check((_log.Bundle with { Checkpoint = ed25519Only }).Seal(_log.Sm2), [_log.Sm2.Key]).Refusal?.Code);
        Assert.Null(_log.Refusal(_log.Bundle with { Checkpoint = ed25519Only }));
        Assert.Equal(BundleRefusalCode.CheckpointFalse, _log.Refusal(_log.Bundle with { Checkpoint = halfFalse }));
    }

    [Fact]
    public void leaves_in_the_wrong_order_twice_or_none_are_refused()
    {
        var e = _log.Bundle.Entries;

        Assert.Equal(BundleRefusalCode.EntriesOutOfOrder, _log.Refusal(_log.Bundle with { Entries = [e[1], e[0], e[2], e[3]] }));
        Assert.Equal(BundleRefusalCode.EntriesOutOfOrder, _log.Refusal(_log.Bundle with { Entries = [e[0], e[0], e[1], e[2]] }));
        Assert.Equal(BundleRefusalCode.EntriesOutOfOrder, _log.Refusal(_log.Bundle with { Entries = [], Contents = [], Aid = "" }));
    }

    [Fact]
    public void a_leaf_that_is_not_where_its_proof_says_is_refused()
    {
        var e = _log.Bundle.Entries;
        var swapped = e[0] with { Leaf = e[1].Leaf, Openings = e[1].Openings };
        var elsewhere = e[2] with { Index = 8 };

        Assert.Equal(BundleRefusalCode.NotInLog, _log.Refusal(_log.Bundle with { Entries = [swapped, e[1], e[2], e[3]] }));
        Assert.Equal(BundleRefusalCode.NotInLog, _log.Refusal(_log.Bundle with { Entries = [e[0], e[1], elsewhere, e[3]] }));
    }

    [Fact]
    public void a_tampered_opening_is_refused_even_when_the_log_itself_seals_it()
    {
        foreach (var entry in _log.Bundle.Entries)
        {
            for (var i = 0; i < entry.Openings.Count; i++)
            {
                var o = entry.Openings[i];
                Assert.Equal(BundleRefusalCode.OpeningFalse, _log.Refusal(Replace(entry, i, o with { Value = o.Value + "0" })));
                Assert.Equal(BundleRefusalCode.OpeningFalse, _log.Refusal(Replace(entry, i, o with { Salt = new byte[32] })));
                Assert.Equal(BundleRefusalCode.OpeningFalse, _log.Refusal(Replace(entry, i, o with { Field = LeafField.KeyName })));
                Assert.Equal(BundleRefusalCode.OpeningFalse, _log.Refusal(Replace(entry, i, entry.Openings[i == 0 ? 1 : 0])));
            }
        }
    }

    [Fact]
    public void a_text_that_is_not_the_recorded_one_is_refused()
    {
        BundleContent text = _log.Bundle.Contents[0];

        Assert.Equal(BundleRefusalCode.ContentFalse, _log.Refusal(_log.Bundle with { Contents = [text with { Text = text.Text + " " }] }));
        Assert.Equal(BundleRefusalCode.ContentFalse, _log.Refusal(_log.Bundle with { Contents = [text with { Index = 4 }] }));
        Assert.Equal(BundleRefusalCode.ContentFalse, _log.Refusal(_log.Bundle with { Contents = [text with { Index = 99 }] }));
        Assert.Equal(BundleRefusalCode.ContentFalse, _log.Refusal(_log.Bundle with { Contents = [text with { Field = LeafField.Document }] }));
        Assert.Equal(
            BundleRefusalCode.ContentFalse,
            _log.Refusal(_log.Bundle with { Entries = [_log.Entry(3, LeafField.Enterprise), .. _log.Bundle.Entries.Skip(1)] })); // the hash isn't opened
    }

    [Fact]
    public void another_AID_than_the_recorded_one_is_refused()
    {
        Assert.Equal(BundleRefusalCode.AidFalse, _log.Refusal(_log.Bundle with { Aid = "" }));
        Assert.Equal(BundleRefusalCode.AidFalse, _log.Refusal(_log.Bundle with { Aid = SampleFacts.Aid[..26] + "2" }));
        Assert.Equal(BundleRefusalCode.AidFalse, _log.Refusal(_log.Bundle with { Entries = [_log.Entry(3)] })); // no leaf opens it
        Assert.Null(_log.Refusal(_log.Bundle with { Entries = [_log.Entry(3)], Aid = "" }));
    }

    [Fact]
    public void a_binding_that_is_older_than_its_authorisation_or_bound_to_something_else_is_refused()
    {
        using var key = new LeafKey("authorisation key"u8);
        var granted = Leaf.Build(SampleFacts.Granted, key.DeriveId("granted"), SampleFacts.Day, key);
        var bound = new AidBoundFacts(SampleFacts.Aid, "auth-1", SampleFacts.Day, granted.Hash);
        var outcome = SampleFacts.Outcome(granted.Hash); // has to link to a binding

        Assert.Equal(BundleRefusalCode.LinkFalse, RefusalOf(key, (bound, "bound"), (SampleFacts.Granted, "granted")));
        Assert.Equal(BundleRefusalCode.LinkFalse, RefusalOf(key, (SampleFacts.Granted, "granted"), (outcome, "outcome")));
        Assert.Null(RefusalOf(key, (SampleFacts.Granted, "granted"), (bound, "bound")));
    }

    private BundleRefusalCode? RefusalOf(LeafKey key, params (LeafFacts Facts, string Id)[] leaves)
    {
        var tree = new MemoryTree();
        var built = leaves.Select(l => Leaf.Build(l.Facts, key.DeriveId(l.Id), SampleFacts.Day, key)).ToArray();
        foreach (var leaf in built)
            tree.Append(leaf.Hash);
        var entries = leaves.Select((l, i) => new BundleEntry(i, built[i], tree.ProveInclusion(i, tree.Size), l.Facts.Open(key.DeriveId(l.Id), key))).ToArray();
        return _log.Refusal(_log.Bundle with { Checkpoint = new Checkpoint(SampleLog.Origin, tree.Size, tree.Root()).Sign(_log.Sm2), Entries = entries, Contents = [] });
    }

    private Bundle Replace(BundleEntry entry, int at, Opening opening)
    {
        var changed = entry with { Openings = [.. entry.Openings.Select((o, i) => i == at ? opening : o)] };
        return _log.Bundle with { Entries = [.. _log.Bundle.Entries.Select(e => e.Index == entry.Index ? changed : e)] };
    }

    private sealed class LyingSigner(NoteKey claimed, INoteSigner real) : INoteSigner
    {
        public NoteKey Key => claimed;

        public byte[] Sign(ReadOnlySpan<byte> text) => real.Sign(text);
    }
}
