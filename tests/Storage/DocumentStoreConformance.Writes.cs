namespace Ascs.Storage.Tests;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task what_was_created_is_read_with_the_etag_that_was_answered()
    {
        var etag = await Committed(new Write.Create("a", Json("""{"zh":"你好","n":1}""")));

        var document = await Read("a");

        Assert.Equal(new DocumentKey("p", "a"), document!.Key);
        Assert.Equal("""{"zh":"你好","n":1}""", Text(document));
        Assert.Equal(etag, document.ETag);
    }

    [Fact]
    public async Task what_is_not_there_reads_as_null()
    {
        await Commit(new Write.Create("a", Json(1)));

        Assert.Null(await Read("b"));
        Assert.Null(await Store.ReadAsync(Containers.Work, new("q", "a"), Ct));
        Assert.Null(await Store.ReadAsync(Containers.Heads, new("p", "a"), Ct));
    }

    [Fact]
    public async Task a_second_create_is_a_conflict_and_leaves_the_first()
    {
        await Commit(new Write.Create("a", Json(1)));

        AssertConflict(0, await Commit(new Write.Create("a", Json(2))));
        Assert.Equal("""{"n":1}""", Text(await Read("a")));
    }

    [Fact]
    public async Task ids_that_differ_only_in_case_are_two_documents()
    {
        await Committed(new Write.Create("A", Json(1)));
        await Committed(new Write.Create("a", Json(2)));

        Assert.Equal("""{"n":1}""", Text(await Read("A")));
    }

    [Fact]
    public async Task replace_needs_the_newest_etag()
    {
        var first = await Committed(new Write.Create("a", Json(1)));
        var second = await Committed(new Write.Replace("a", Json(2), first));

        AssertConflict(0, await Commit(new Write.Replace("a", Json(3), first)));
        AssertConflict(0, await Commit(new Write.Replace("absent", Json(3), second)));
        Assert.Equal("""{"n":2}""", Text(await Read("a")));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task an_etag_that_this_store_never_gave_is_a_conflict()
    {
        await Commit(new Write.Create("a", Json(1)));

        AssertConflict(0, await Commit(new Write.Replace("a", Json(2), "\"0800-not-ours\"")));
        AssertConflict(0, await Commit(new Write.Delete("a", "\"0800-not-ours\"")));
    }

    [Fact]
    public async Task an_etag_never_returns_after_delete_and_create()
    {
        var first = await Committed(new Write.Create("a", Json(1)));
        await Commit(new Write.Delete("a"));
        await Commit(new Write.Create("a", Json(1)));

        AssertConflict(0, await Commit(new Write.Replace("a", Json(2), first)));
        AssertConflict(0, await Commit(new Write.Delete("a", first)));
    }

    [Fact]
    public async Task upsert_writes_whatever_was_there()
    {
        var first = await Committed(new Write.Upsert("a", Json(1)));
        var second = await Committed(new Write.Upsert("a", Json(2)));

        Assert.NotEqual(first, second);
        Assert.Equal("""{"n":2}""", Text(await Read("a")));
        Assert.Equal(second, (await Read("a"))!.ETag);
    }

    [Fact]
    public async Task delete_removes_and_with_an_etag_only_what_was_read()
    {
        var first = await Committed(new Write.Create("a", Json(1)));
        var second = await Committed(new Write.Upsert("a", Json(2)));

        AssertConflict(0, await Commit(new Write.Delete("a", first)));
        Assert.Equal("", await Committed(new Write.Delete("a", second)));
        Assert.Null(await Read("a"));
        AssertConflict(0, await Commit(new Write.Delete("a", second)));
        Assert.Equal("", await Committed(new Write.Delete("a")));
    }

    [Fact]
    public async Task a_commit_does_all_its_writes_with_an_etag_each()
    {
        var old = await Committed(new Write.Create("old", Json(0)));
        await Commit(new Write.Create("gone", Json(0)));

        var outcome = await Commit(new Write.Create("new", Json(1)), new Write.Replace("old", Json(2), old), new Write.Delete("gone"), new Write.Upsert("up", Json(3)));

        var etags = Assert.IsType<CommitOutcome.Committed>(outcome).ETags;
        Assert.Equal(4, etags.Count);
        Assert.Equal((await Read("new"))!.ETag, etags[0]);
        Assert.Equal((await Read("old"))!.ETag, etags[1]);
        Assert.Equal("", etags[2]);
        Assert.Null(await Read("gone"));
        Assert.Equal("""{"n":3}""", Text(await Read("up")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(99)]
    public async Task a_commit_with_one_conflict_names_it_and_does_nothing(int bad)
    {
        var keep = await Committed(new Write.Create("keep", Json(0)));
        var writes = Enumerable.Range(0, 100).Select(Write (i) => new Write.Create($"id-{i:D3}", Json(i))).ToArray();
        writes[98] = new Write.Upsert("keep", Json(98));
        writes[50] = new Write.Delete("nothing");
        writes[bad] = new Write.Replace("absent", Json(1), keep);

        AssertConflict(bad, await Commit(writes));

        Assert.Equal(["keep"], (await Range(IdRange.First, IdRange.End, 1000)).Ids);
        Assert.Equal("""{"n":0}""", Text(await Read("keep")));
        Assert.Equal(keep, (await Read("keep"))!.ETag);
    }

    [Fact]
    public async Task of_two_conflicts_the_first_is_named()
    {
        AssertConflict(1, await Commit(new Write.Create("a", Json(1)), new Write.Delete("x", "1"), new Write.Replace("y", Json(1), "1")));
    }

    [Fact]
    public async Task write_many_gives_each_write_its_own_outcome()
    {
        await Commit(new Write.Create("there", Json(0)));

        var outcomes = await Store.WriteManyAsync(Containers.Work,
            [("p", new Write.Create("new", Json(1))), ("p", new Write.Create("there", Json(2))), ("q", new Write.Create("there", Json(3))),
             ("p", new Write.Replace("absent", Json(4), "1")), ("p", new Write.Delete("never"))], Ct);

        Assert.Equal((await Read("new"))!.ETag, Assert.IsType<WriteOutcome.Written>(outcomes[0]).ETag);
        Assert.IsType<WriteOutcome.Conflict>(outcomes[1]);
        Assert.IsType<WriteOutcome.Written>(outcomes[2]);
        Assert.IsType<WriteOutcome.Conflict>(outcomes[3]);
        Assert.Equal("", Assert.IsType<WriteOutcome.Written>(outcomes[4]).ETag);
        Assert.Equal("""{"n":0}""", Text(await Read("there")));
        Assert.Equal("""{"n":3}""", Text(await Store.ReadAsync(Containers.Work, new("q", "there"), Ct)));
        Assert.Empty(await Store.WriteManyAsync(Containers.Work, [], Ct));
    }

    [Fact]
    public async Task the_callers_buffer_may_be_used_again()
    {
        var buffer = Json(1).ToArray();
        await Commit(new Write.Create("a", buffer));
        buffer.AsSpan().Fill((byte)'9');

        Assert.Equal("""{"n":1}""", Text(await Read("a")));
    }

    [Fact]
    public async Task a_call_cancelled_before_it_begins_does_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.CommitAsync(Containers.Work, "p", [new Write.Create("a", Json(1))], cancelled.Token));
        Assert.Null(await Read("a"));
    }
}
