using System.Text;
using Ascs.Evidence.Leaves;
using Ascs.Gm;
using CsCheck;

namespace Ascs.Evidence.Tests.Leaves;

public sealed class LeafTests : IDisposable
{
    private readonly LeafKey _key = new("authorisation key"u8);
    private readonly LeafId _id = new("0123456789abcdef"u8);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void every_kind_of_leaf_survives_its_bytes()
    {
        foreach (var facts in SampleFacts.All(default))
        {
            var leaf = Leaf.Build(facts, _id, SampleFacts.Day, _key);

            Assert.True(Leaf.TryParse(leaf.Bytes.Span, out var read));
            Assert.Equal((facts.Kind, SampleFacts.Day, _id, leaf.Hash), (read.Kind, read.Time, read.Id, read.Hash));
            Assert.Equal(leaf.Fields, read.Fields);
        }
    }

    [Fact]
    public void every_kind_has_its_facts_and_commits_to_fields_in_ascending_order()
    {
        var all = SampleFacts.All(default);

        Assert.Equal(Enum.GetValues<LeafKind>(), all.Select(f => f.Kind));
        foreach (var facts in all)
            Assert.Equal(facts.Fields.Select(f => f.Field).Order().Distinct(), facts.Fields.Select(f => f.Field));
    }

    [Fact]
    public void the_commitment_is_the_documented_formula()
    {
        var leaf = Leaf.Build(SampleFacts.Granted, _id, SampleFacts.Day, _key);
        var leafSalt = HmacSm3.Compute("authorisation key"u8, [.. "ascs leaf salt 1\0"u8, .. "0123456789abcdef"u8]);
        var fieldSalt = HmacSm3.Compute(leafSalt, "enterprise"u8);

        Assert.Equal(new(HmacSm3.Compute(fieldSalt, [10, .. "enterprise"u8, .. "ENT1"u8])), leaf.Find(LeafField.Enterprise));
    }

    [Fact]
    public void each_opening_opens_its_own_field_and_no_other()
    {
        foreach (var facts in SampleFacts.All(default))
        {
            var leaf = Leaf.Build(facts, _id, SampleFacts.Day, _key);
            var openings = facts.Open(_id, _key);

            Assert.Equal(facts.Fields.Count, openings.Count);
            foreach (var opening in openings)
            {
                Assert.True(opening.Opens(leaf));
                Assert.False((opening with { Value = opening.Value + " " }).Opens(leaf));
                Assert.False((opening with { Salt = opening.Salt[..31] }).Opens(leaf));
                foreach (var other in openings.Where(o => o != opening))
                    Assert.False((opening with { Salt = other.Salt }).Opens(leaf) || (other with { Value = opening.Value, Field = opening.Field }).Opens(leaf));
            }
        }
    }

    [Fact]
    public void facts_kept_as_field_values_build_and_open_the_same_leaf()
    {
        foreach (var facts in SampleFacts.All(default))
        {
            var kept = new RecordedFacts(facts.Kind, facts.Fields);

            Assert.Equal(Leaf.Build(facts, _id, SampleFacts.Day, _key).Hash, Leaf.Build(kept, _id, SampleFacts.Day, _key).Hash);
            Assert.All(kept.Open(_id, _key), o => Assert.True(o.Opens(Leaf.Build(facts, _id, SampleFacts.Day, _key))));
        }

        Assert.Throws<ArgumentException>(() => new RecordedFacts(LeafKind.Outcome, [new(LeafField.Link, ""), new(LeafField.Aid, "")]));
        Assert.Throws<ArgumentException>(() => new RecordedFacts(LeafKind.Outcome, [new((LeafField)99, "")]));
    }

    [Fact]
    public void every_kind_has_the_name_of_WIRE_md()
    {
        Assert.All(Enum.GetValues<LeafKind>(), k => Assert.Equal(k.ToString(), k.Name().Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
        Assert.Equal("AID_BOUND", LeafKind.AidBound.Name());
        Assert.Equal("KIND_99", ((LeafKind)99).Name());
    }

    [Fact]
    public void openings_can_be_chosen_by_field()
    {
        var openings = SampleFacts.Granted.Open(_id, _key, LeafField.Enterprise, LeafField.TextHash, LeafField.Aid);

        Assert.Equal([LeafField.Enterprise, LeafField.TextHash], openings.Select(o => o.Field));
    }

    [Fact]
    public void an_opening_of_another_key_or_another_leaf_opens_nothing()
    {
        var leaf = Leaf.Build(SampleFacts.Granted, _id, SampleFacts.Day, _key);
        using var otherKey = new LeafKey("authorisation-key"u8);

        Assert.DoesNotContain(SampleFacts.Granted.Open(_id, otherKey), o => o.Opens(leaf));
        Assert.DoesNotContain(SampleFacts.Granted.Open(new LeafId("0123456789abcdeF"u8), _key), o => o.Opens(leaf));
    }

    [Fact]
    public void equal_facts_in_two_leaves_have_nothing_in_common_but_the_kind()
    {
        var one = Leaf.Build(SampleFacts.Granted, _id, SampleFacts.Day, _key);
        var two = Leaf.Build(SampleFacts.Granted, new LeafId("fedcba9876543210"u8), SampleFacts.Day, _key);

        Assert.Empty(one.Fields.Select(f => f.Commitment).Intersect(two.Fields.Select(f => f.Commitment)));
        Assert.Equal(one.Fields.Count, one.Fields.Select(f => f.Commitment).Distinct().Count());
    }

    [Fact]
    public void the_shape_of_a_leaf_does_not_tell_whether_values_are_there()
    {
        var full = SampleFacts.Outcome(SampleFacts.Sm3Of("x"));
        var bare = full with { HandedOverAt = null, Reason = "X", ReportSignature = null, TemplateHash = null, RequestSignature = null };
        var (one, two) = (Leaf.Build(full, _id, SampleFacts.Day, _key), Leaf.Build(bare, _id, SampleFacts.Day, _key));

        Assert.Equal(one.Fields.Select(f => f.Field), two.Fields.Select(f => f.Field));
        Assert.Equal(one.Bytes.Length, two.Bytes.Length);
    }

    [Fact]
    public void no_value_stands_in_the_leaf_in_clear()
    {
        foreach (var facts in SampleFacts.All(SampleFacts.Sm3Of("earlier")))
        {
            var bytes = Leaf.Build(facts, _key.DeriveId("outcome/dispatch-1/" + SampleFacts.Aid), SampleFacts.Day, _key).Bytes;
            foreach (var value in facts.Fields.Where(f => f.Text.Length > 2))
            {
                Assert.Equal(-1, bytes.Span.IndexOf(Encoding.UTF8.GetBytes(value.Text)));
                Assert.Equal(-1, bytes.Span.IndexOf(Sm3.Hash(Encoding.UTF8.GetBytes(value.Text))));
            }
        }
    }

    [Fact]
    public void derived_ids_repeat_for_the_same_name_and_differ_otherwise()
    {
        using var otherKey = new LeafKey("authorisation-key"u8);

        Assert.Equal(_key.DeriveId("a"), _key.DeriveId("a"));
        Assert.NotEqual(_key.DeriveId("a"), _key.DeriveId("b"));
        Assert.NotEqual(_key.DeriveId("a"), otherKey.DeriveId("a"));
        Assert.True(LeafId.TryParse(_key.DeriveId("a").ToString(), out var read));
        Assert.Equal(_key.DeriveId("a"), read);
        Assert.False(LeafId.TryParse(read.ToString()[..21] + "B", out _)); // unused bits set
    }

    [Fact]
    public void what_parses_has_exactly_one_form()
    {
        var good = Leaf.Build(SampleFacts.Granted, _id, SampleFacts.Day, _key).Bytes.ToArray();

        Assert.False(Leaf.TryParse([], out _));
        Assert.False(Leaf.TryParse(good.AsSpan(0, good.Length - 1), out _));
        Assert.False(Leaf.TryParse([.. good, 0], out _));
        Assert.False(Leaf.TryParse(With(good, 0, 2), out _)); // version
        Assert.False(Leaf.TryParse(With(good, 2, 0), out _)); // kind 0
        Assert.False(Leaf.TryParse(With(good, 3, 1), out _)); // a time beyond the calendar
        Assert.False(Leaf.TryParse(With(good, 27, 10), out _)); // number of fields
        Assert.False(Leaf.TryParse(With(good, 28, 0), out _)); // field 0
        Assert.False(Leaf.TryParse(With(good, 28, 2), out _)); // the same field twice
        Assert.False(Leaf.TryParse(With(good, 28, 3), out _)); // out of order
        Assert.True(Leaf.TryParse(With(good, 2, 99), out var later)); // a kind of later days
        Assert.Equal((LeafKind)99, later.Kind);
    }

    [Fact]
    public void any_bytes_that_parse_are_kept_as_they_are() =>
        Gen.Byte.Array[0, 130].Sample(bytes => !Leaf.TryParse(bytes, out var leaf) || leaf.Bytes.Span.SequenceEqual(bytes));

    [Fact]
    public void values_that_are_no_Unicode_and_keys_that_are_too_short_are_refused()
    {
        Assert.Throws<ArgumentException>(() => (SampleFacts.Granted with { Enterprise = "\ud800" }).Fields);
        Assert.Throws<ArgumentException>(() => new LeafKey("too short"u8));
        Assert.Equal(1, Leaf.Build(SampleFacts.Granted, _id, SampleFacts.Day.AddTicks(1), _key).Time.CompareTo(SampleFacts.Day.AddMilliseconds(-1)));
    }

    private static byte[] With(byte[] bytes, int at, byte value)
    {
        var changed = bytes.ToArray();
        changed[at] = value;
        return changed;
    }
}
