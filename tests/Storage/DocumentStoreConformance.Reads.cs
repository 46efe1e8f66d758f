namespace Ascs.Storage.Tests;

public abstract partial class DocumentStoreConformance
{
    [Fact]
    public async Task read_many_answers_in_the_order_asked_and_leaves_the_absent_out()
    {
        await Store.WriteManyAsync(Containers.Work, [.. Enumerable.Range(0, 500).Select(i => ($"p-{i % 7}", (Write)new Write.Create($"id-{i}", Json(i))))], Ct);
        var keys = Enumerable.Range(0, 500).Reverse().Select(i => new DocumentKey($"p-{i % 7}", i % 10 == 0 ? "absent" : $"id-{i}")).ToList();

        var documents = await Store.ReadManyAsync(Containers.Work, keys, Ct);

        Assert.Equal(keys.Where(k => k.Id != "absent"), documents.Select(d => d.Key));
        Assert.All(documents, d => Assert.Equal($$"""{"n":{{d.Key.Id[3..]}}}""", Text(d)));
        Assert.Empty(await Store.ReadManyAsync(Containers.Work, [], Ct));
    }

    [Fact]
    public async Task a_range_runs_in_ordinal_order_from_inclusive_to_exclusive()
    {
        string[] ordinal = ["-", "-a", "0", "9", "A", "Z", "Za", "_", "a", "a-", "aa", "b", "z", "zz"];
        await Commit([.. ordinal.Reverse().Select(id => new Write.Create(id, Json(1)))]);
        await Store.CommitAsync(Containers.Work, "p2", [new Write.Create("c", Json(1))], Ct);

        Assert.Equal((ordinal.ToList(), null), await Range(IdRange.First, IdRange.End, 100), Same);
        Assert.Equal((["A", "Z", "Za", "_"], null), await Range("A", "a", 100), Same);
        Assert.Equal((["a", "a-", "aa"], null), await Range("a", IdRange.EndOf("a"), 100), Same);
        Assert.Equal((["a-", "aa"], null), await Range(IdRange.After("a"), IdRange.EndOf("a"), 100), Same);
        Assert.Equal(([], null), await Range("b", "b", 100), Same);
        Assert.Equal(([], null), await Range("b", "a", 100), Same);
    }

    [Fact]
    public async Task pages_of_a_range_join_without_gap_or_repetition()
    {
        await Store.WriteManyAsync(Containers.Work, [.. Enumerable.Range(0, 250).Select(i => ("p", (Write)new Write.Create($"id-{i:D4}", Json(i))))], Ct);
        var seen = new List<string>();

        for (string? from = "id-0010"; from is not null;)
        {
            var (ids, next) = await Range(from, "id-0240", 60);
            Assert.InRange(ids.Count, 1, 60);
            seen.AddRange(ids);
            from = next;
        }

        Assert.Equal(Enumerable.Range(10, 230).Select(i => $"id-{i:D4}"), seen);
    }

    [Fact]
    public async Task a_page_that_ends_with_the_range_has_no_next()
    {
        await Commit(new Write.Create("a", Json(1)), new Write.Create("b", Json(1)));

        Assert.Null((await Range(IdRange.First, IdRange.End, 2)).Next);
        Assert.NotNull((await Range(IdRange.First, IdRange.End, 1)).Next);
    }

    [Fact]
    public async Task a_page_of_large_documents_is_short_and_says_where_to_go_on()
    {
        for (var i = 0; i < 5; i++) await Commit(new Write.Create($"id-{i}", JsonOf(StoreLimits.MaxCommitBytes / 2)));

        var (ids, next) = await Range(IdRange.First, IdRange.End, 1000);
        var (rest, end) = await Range(next!, IdRange.End, 1000);

        Assert.InRange(ids.Count, 1, 4);
        Assert.Equal(5, ids.Count + rest.Count);
        Assert.Null(end);
    }

    [Fact]
    public async Task a_document_expires_exactly_at_its_instant_for_every_read()
    {
        var expiry = Start.AddSeconds(10);
        await Commit(new Write.Create("a", Json(1), expiry), new Write.Create("b", Json(2)));

        Time.SetUtcNow(expiry.AddMilliseconds(-1));
        Assert.NotNull(await Read("a"));
        Assert.Equal(["a", "b"], (await Range(IdRange.First, IdRange.End, 10)).Ids);

        Time.SetUtcNow(expiry);
        Assert.Null(await Read("a"));
        Assert.Equal(["b"], (await Range(IdRange.First, IdRange.End, 10)).Ids);
        Assert.Equal("b", Assert.Single(await Store.ReadManyAsync(Containers.Work, [new("p", "a"), new("p", "b")], Ct)).Key.Id);
    }

    [Fact]
    public async Task an_expired_document_counts_as_absent_for_every_write()
    {
        var expiry = Start.AddSeconds(10);
        var etags = Assert.IsType<CommitOutcome.Committed>(await Commit(
            new Write.Create("create", Json(1), expiry), new Write.Create("replace", Json(1), expiry), new Write.Create("delete", Json(1), expiry))).ETags;
        Time.SetUtcNow(expiry);

        AssertConflict(0, await Commit(new Write.Replace("replace", Json(2), etags[1])));
        AssertConflict(0, await Commit(new Write.Delete("delete", etags[2])));
        var again = await Committed(new Write.Create("create", Json(2)));
        AssertConflict(0, await Commit(new Write.Replace("create", Json(3), etags[0])));
        Assert.Equal(again, (await Read("create"))!.ETag);
    }

    [Fact]
    public async Task replace_and_upsert_set_the_expiry_anew()
    {
        var etag = await Committed(new Write.Create("a", Json(1), Start.AddSeconds(1)));
        await Commit(new Write.Create("b", Json(1), Start.AddSeconds(1)));
        await Commit(new Write.Replace("a", Json(2), etag), new Write.Upsert("b", Json(2), Start.AddSeconds(3)));

        Time.SetUtcNow(Start.AddSeconds(2));
        Assert.NotNull(await Read("a"));
        Assert.NotNull(await Read("b"));
        Time.SetUtcNow(Start.AddSeconds(3));
        Assert.Null(await Read("b"));
    }

    [Fact]
    public async Task a_purge_removes_the_expired_and_nothing_else()
    {
        await Store.WriteManyAsync(Containers.Work,
            [.. Enumerable.Range(0, 1000).Select(i => ("p", (Write)new Write.Create($"id-{i:D4}", Json(i), i % 4 == 0 ? null : Start.AddSeconds(1 + i % 2))))], Ct);

        Time.SetUtcNow(Start.AddSeconds(1));
        Assert.Equal(250, await Maintenance.PurgeExpiredAsync(Start.AddSeconds(1), Ct));
        Assert.Equal(0, await Maintenance.PurgeExpiredAsync(Start.AddSeconds(1), Ct));
        Assert.Equal(750, (await Range(IdRange.First, IdRange.End, 1000)).Ids.Count);
    }

    [Fact]
    public async Task a_purge_never_runs_ahead_of_the_stores_clock()
    {
        await Commit(new Write.Create("a", Json(1), Start.AddSeconds(1)));

        Assert.Equal(0, await Maintenance.PurgeExpiredAsync(Start.AddDays(1), Ct));
        Assert.NotNull(await Read("a"));
    }

    private static bool Same((List<string> Ids, string? Next) x, (List<string> Ids, string? Next) y) => x.Ids.SequenceEqual(y.Ids) && x.Next == y.Next;
}
