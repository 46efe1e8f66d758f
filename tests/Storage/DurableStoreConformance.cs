namespace Ascs.Storage.Tests;

/// <summary>What a store promises beyond the life of its object.</summary>
public abstract class DurableStoreConformance : DocumentStoreConformance
{
    /// <summary>Closes <see cref="DocumentStoreConformance.Store"/> and opens the same documents again; the fixture closes the new one too.</summary>
    protected abstract ValueTask<IDocumentStore> ReopenAsync();

    [Fact]
    public async Task what_was_written_is_there_after_reopening()
    {
        var etag = await Committed(new Write.Create("a", Json("""{"zh":"你好"}""")));
        await Commit(new Write.Create("gone", Json(1)));
        await Commit(new Write.Delete("gone"));
        await Store.WriteManyAsync(Containers.Evidence, [("x", new Write.Create("e", Json(2)))], Ct);

        var again = await ReopenAsync();

        var document = await again.ReadAsync(Containers.Work, new("p", "a"), Ct);
        Assert.Equal("""{"zh":"你好"}""", Text(document));
        Assert.Equal(etag, document!.ETag);
        Assert.Null(await again.ReadAsync(Containers.Work, new("p", "gone"), Ct));
        Assert.NotNull(await again.ReadAsync(Containers.Evidence, new("x", "e"), Ct));
    }

    [Fact]
    public async Task an_etag_never_returns_after_reopening()
    {
        var first = await Committed(new Write.Create("a", Json(1)));
        await Commit(new Write.Delete("a"));

        var again = await ReopenAsync();

        await again.CommitAsync(Containers.Work, "p", [new Write.Create("a", Json(2))], Ct);
        AssertConflict(0, await again.CommitAsync(Containers.Work, "p", [new Write.Replace("a", Json(3), first)], Ct));
    }

    [Fact]
    public async Task an_expiry_holds_after_reopening()
    {
        await Commit(new Write.Create("a", Json(1), Start.AddSeconds(1)), new Write.Create("b", Json(1), Start.AddSeconds(2)));
        Time.SetUtcNow(Start.AddSeconds(1));

        var again = await ReopenAsync();

        Assert.Equal("b", Assert.Single((await again.RangeAsync(Containers.Work, "p", IdRange.First, IdRange.End, 10, Ct)).Items).Key.Id);
    }
}
