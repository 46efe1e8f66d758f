namespace Ascs.Storage.Tests;

public abstract partial class DocumentStoreConformance
{
    private static readonly string Longest = new('x', StoreLimits.MaxIdLength);

    [Fact]
    public async Task everything_up_to_the_limits_is_taken()
    {
        await Committed(new Write.Create("largest", JsonOf(StoreLimits.MaxCommitBytes - StoreLimits.WriteOverheadBytes)));
        await Committed(new Write.Create(Longest, Json(1)));
        var hundred = Enumerable.Range(0, 100).Select(i => new Write.Create($"h-{i}", JsonOf(StoreLimits.MaxCommitBytes / 100 - StoreLimits.WriteOverheadBytes))).ToArray<Write>();

        Assert.IsType<CommitOutcome.Committed>(await Commit(hundred));
        Assert.IsType<CommitOutcome.Committed>(await Store.CommitAsync(Containers.Work, Longest, [new Write.Create("-_09azAZ", Json("null"))], Ct));
        Assert.Equal(StoreLimits.MaxCommitBytes - StoreLimits.WriteOverheadBytes, (await Read("largest"))!.Body.Length);
        Assert.Equal([Longest], (await Range(Longest, IdRange.After(Longest), 10)).Ids);
    }

    public static TheoryData<string> BadNames => ["", " ", "a b", "a/b", "é", "a.b", "a~", "a\0", "中", Longest + "x"];

    [Theory, MemberData(nameof(BadNames))]
    public async Task a_bad_name_is_refused_everywhere(string bad)
    {
        await Refused(() => Read(bad));
        await Refused(() => Store.ReadAsync(Containers.Work, new(bad, "a"), Ct));
        await Refused(() => Store.ReadManyAsync(Containers.Work, [new("p", "a"), new("p", bad)], Ct));
        await Refused(() => Commit(new Write.Create(bad, Json(1))));
        await Refused(() => Commit(new Write.Delete(bad)));
        await Refused(() => Store.CommitAsync(Containers.Work, bad, [new Write.Create("a", Json(1))], Ct));
        await Refused(() => Store.WriteManyAsync(Containers.Work, [("p", new Write.Create(bad, Json(1)))], Ct));
        await Refused(() => Store.RangeAsync(Containers.Work, bad, "a", "b", 1, Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{'a':1}")]
    [InlineData("nul")]
    [InlineData("[1,]")]
    public async Task a_body_that_is_not_one_json_value_is_refused(string body)
    {
        await Refused(() => Commit(new Write.Create("a", Json(body))));
        await Refused(() => Commit(new Write.Upsert("a", Json(body))));
        await Refused(() => Store.WriteManyAsync(Containers.Work, [("p", new Write.Replace("a", Json(body), "1"))], Ct));
    }

    [Fact]
    public async Task a_body_that_is_not_utf8_is_refused() => await Refused(() => Commit(new Write.Create("a", new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' })));

    [Fact]
    public async Task sizes_over_the_limits_are_refused()
    {
        await Refused(() => Commit());
        await Refused(() => Commit(new Write.Create("a", JsonOf(StoreLimits.MaxCommitBytes - StoreLimits.WriteOverheadBytes + 1))));
        await Refused(() => Commit(new Write.Create("a", JsonOf(StoreLimits.MaxCommitBytes / 2)), new Write.Create("b", JsonOf(StoreLimits.MaxCommitBytes / 2))));
        await Refused(() => Commit([.. Enumerable.Range(0, 101).Select(i => new Write.Create($"id-{i}", Json(i)))]));
        await Refused(() => Store.WriteManyAsync(Containers.Work, [.. Enumerable.Range(0, 1001).Select(i => ("p", (Write)new Write.Create($"id-{i}", Json(i))))], Ct));
        await Refused(() => Store.WriteManyAsync(Containers.Work, [("p", new Write.Create("a", JsonOf(StoreLimits.MaxCommitBytes)))], Ct));
        await Refused(() => Store.ReadManyAsync(Containers.Work, [.. Enumerable.Range(0, 1001).Select(i => new DocumentKey("p", $"id-{i}"))], Ct));
        await Refused(() => Range("a", "b", 0));
        await Refused(() => Range("a", "b", 1001));
        await Refused(() => Range("a~a", "b", 1));
        await Refused(() => Range("a", "b/", 1));
        Assert.Empty((await Range(IdRange.First, IdRange.End, 1)).Ids);
    }

    [Fact]
    public async Task two_writes_of_one_document_in_one_call_are_refused()
    {
        await Refused(() => Commit(new Write.Create("a", Json(1)), new Write.Delete("a")));
        await Refused(() => Store.WriteManyAsync(Containers.Work, [("p", new Write.Create("a", Json(1))), ("p", new Write.Upsert("a", Json(1)))], Ct));
        Assert.Null(await Read("a"));
    }

    [Fact]
    public async Task an_empty_etag_is_refused()
    {
        await Refused(() => Commit(new Write.Replace("a", Json(1), "")));
        await Refused(() => Commit(new Write.Delete("a", "")));
    }

    [Fact]
    public async Task a_refusal_quotes_neither_names_nor_bodies()
    {
        var badName = await Refused(() => Commit(new Write.Create("secret name", Json(1))));
        var badBody = await Refused(() => Commit(new Write.Create("a", Json("secret body"))));

        Assert.DoesNotContain("secret", badName.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", badBody.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task evidence_is_created_and_never_changed()
    {
        async Task Evidence(Write write) => Assert.IsType<CommitOutcome.Committed>(await Store.CommitAsync(Containers.Evidence, "p", [write], Ct));
        await Evidence(new Write.Create("a", Json(1)));
        var etag = (await Store.ReadAsync(Containers.Evidence, new("p", "a"), Ct))!.ETag;

        foreach (var write in new Write[] { new Write.Replace("a", Json(2), etag), new Write.Upsert("a", Json(2)), new Write.Upsert("b", Json(2)),
                     new Write.Delete("a"), new Write.Delete("a", etag), new Write.Create("b", Json(2), Start.AddYears(9)) })
        {
            await Refused(() => Evidence(write));
            await Refused(() => Store.WriteManyAsync(Containers.Evidence, [("p", write)], Ct));
        }

        AssertConflict(0, await Store.CommitAsync(Containers.Evidence, "p", [new Write.Create("a", Json(2))], Ct));
        Assert.Equal("""{"n":1}""", Text(await Store.ReadAsync(Containers.Evidence, new("p", "a"), Ct)));
    }

    [Fact]
    public async Task what_is_kept_for_a_term_is_created_with_its_end_and_never_changed()
    {
        async Task<CommitOutcome> Audit(Write write) => await Store.CommitAsync(Containers.Audit, "p", [write], Ct);
        Assert.IsType<CommitOutcome.Committed>(await Audit(new Write.Create("a", Json(1), Start.AddDays(1))));
        var etag = (await Store.ReadAsync(Containers.Audit, new("p", "a"), Ct))!.ETag;

        foreach (var write in new Write[] { new Write.Replace("a", Json(2), etag, Start.AddDays(1)), new Write.Upsert("a", Json(2), Start.AddDays(1)),
                     new Write.Delete("a"), new Write.Delete("a", etag), new Write.Create("b", Json(2)) })
        {
            await Refused(() => Audit(write));
            await Refused(() => Store.WriteManyAsync(Containers.Audit, [("p", write)], Ct));
        }

        AssertConflict(0, await Audit(new Write.Create("a", Json(2), Start.AddDays(2))));
        Assert.Equal("""{"n":1}""", Text(await Store.ReadAsync(Containers.Audit, new("p", "a"), Ct)));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Store.ReadAsync(Containers.Audit, new("p", "a"), Ct));
        AssertConflict(0, await Audit(new Write.Create("a", Json(2), Start.AddDays(3))));
    }

    [Fact]
    public async Task a_container_of_the_same_name_with_other_rights_is_refused()
    {
        var forged = Containers.Evidence with { Rights = ContainerRights.Mutable };

        await Refused(() => Store.CommitAsync(forged, "p", [new Write.Upsert("a", Json(1))], Ct));
        await Refused(() => Store.ReadAsync(forged, new("p", "a"), Ct));
        await Refused(() => Store.ReadAsync(new Container("other", ContainerRights.Mutable), new("p", "a"), Ct));
    }

    private static Task<ArgumentException> Refused(Func<Task> call) => Assert.ThrowsAnyAsync<ArgumentException>(call);
}
