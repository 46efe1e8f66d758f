using Ascs.Storage.Sqlite;

namespace Ascs.Storage.Tests.Sqlite;

/// <summary>The writer under failure and under load.</summary>
public sealed class WriterTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDocumentStore _store;

    public WriterTests() => _store = SqliteDocumentStore.Open(new(_folder.File("store.db"), Containers.Main));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task a_full_disk_fails_its_callers_and_nothing_else()
    {
        await Create("before", 10);
        await _store.OnWriterAsync(db => db.Execute("PRAGMA max_page_count=40"), Ct);

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => Create("too-large", 1_000_000));
        Assert.Contains("the disk is full", failure.Message, StringComparison.Ordinal);
        Assert.IsType<CommitOutcome.Committed>(await Create("small", 10));
        Assert.Null(await _store.ReadAsync(Containers.Work, new("p", "too-large"), Ct));

        await _store.OnWriterAsync(db => db.Execute("PRAGMA max_page_count=1000000"), Ct);
        Assert.IsType<CommitOutcome.Committed>(await Create("too-large", 1_000_000));
        Assert.Equal(3, (await _store.RangeAsync(Containers.Work, "p", IdRange.First, IdRange.End, 10, Ct)).Items.Count);
        Assert.Empty(await _store.CheckIntegrityAsync(Ct));
    }

    [Fact]
    public async Task a_commit_that_fails_half_way_leaves_nothing()
    {
        await _store.OnWriterAsync(db => db.Execute("PRAGMA max_page_count=60"), Ct);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.CommitAsync(Containers.Work, "p",
            [new Write.Create("a", Body(10)), new Write.Create("b", Body(1_000_000)), new Write.Create("c", Body(10))], Ct));

        Assert.Empty((await _store.RangeAsync(Containers.Work, "p", IdRange.First, IdRange.End, 10, Ct)).Items);
    }

    [Fact]
    public async Task the_file_itself_refuses_to_change_evidence()
    {
        await _store.CommitAsync(Containers.Evidence, "p", [new Write.Create("a", Body(10))], Ct);

        foreach (var sql in new[] { "DELETE FROM c_evidence", "UPDATE c_evidence SET body=x'00'" })
            await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.OnWriterAsync(db => db.Execute(sql), Ct));
        Assert.NotNull(await _store.ReadAsync(Containers.Evidence, new("p", "a"), Ct));
    }

    [Fact]
    public async Task more_callers_than_the_queue_holds_are_all_served()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3000).Select(i => Create($"id-{i:D4}", 10)));

        Assert.All(outcomes, o => Assert.IsType<CommitOutcome.Committed>(o));
        var etags = outcomes.SelectMany(o => ((CommitOutcome.Committed)o).ETags).ToList();
        Assert.Equal(3000, etags.Distinct().Count());
    }

    [Fact]
    public async Task what_waits_when_the_store_closes_is_finished()
    {
        var waiting = Enumerable.Range(0, 500).Select(i => Create($"id-{i:D4}", 10)).ToList();
        await _store.DisposeAsync();

        Assert.All(await Task.WhenAll(waiting), o => Assert.IsType<CommitOutcome.Committed>(o));
        await using var again = SqliteDocumentStore.Open(new(_folder.File("store.db"), Containers.Main));
        Assert.Equal(500, (await again.RangeAsync(Containers.Work, "p", IdRange.First, IdRange.End, 1000, Ct)).Items.Count);
    }

    [Fact]
    public async Task a_closed_store_is_one_file()
    {
        await Create("a", 10);
        await _store.DisposeAsync();

        Assert.Equal(["store.db", "store.db.lock"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task the_log_is_emptied_while_readers_are_busy()
    {
        using var stop = new CancellationTokenSource();
        await Create("a", 100_000);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) Assert.NotNull(await _store.ReadAsync(Containers.Work, new("p", "a"), Ct));
        }, Ct)).ToList();

        for (var i = 0; i < 20; i++)
        {
            await Create($"b-{i}", 10_000);
            await _store.EraseDeletedAsync(Ct);
            Assert.Equal(0, new FileInfo(_folder.File("store.db-wal")).Length);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    private static byte[] Body(int length) => System.Text.Encoding.ASCII.GetBytes($"\"{new string('b', length)}\"");

    private Task<CommitOutcome> Create(string id, int length) => _store.CommitAsync(Containers.Work, "p", [new Write.Create(id, Body(length))], Ct);
}
