using System.Globalization;
using System.Text;
using Ascs.Storage.Sqlite;

namespace Ascs.Storage.Tests.Sqlite;

/// <summary>What was deleted is gone from the bytes on disk, not just from the answers.</summary>
public sealed class ErasureTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDocumentStore _store;

    public ErasureTests() => _store = SqliteDocumentStore.Open(new(_folder.File("keys.db"), Containers.KeyStore));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task a_deleted_secret_leaves_no_byte_in_any_file_of_the_store()
    {
        await Write(new Write.Create("kept", Secret("kept")));
        await Write(new Write.Create("gone", Secret("gone")));
        Assert.True(OnDisk("SECRET-gone")); // the search finds what is there
        await Write(new Write.Delete("gone"));

        await _store.EraseDeletedAsync(Ct);

        Assert.False(OnDisk("SECRET-gone"));
        Assert.True(OnDisk("SECRET-kept"));
        Assert.Equal(0, new FileInfo(_folder.File("keys.db-wal")).Length);
    }

    [Fact]
    public async Task a_replaced_and_an_expired_secret_leave_no_byte_either()
    {
        await Write(new Write.Create("replaced", Secret("old")));
        await Write(new Write.Upsert("replaced", Secret("new")));
        await Write(new Write.Create("expired", Secret("past"), DateTimeOffset.UnixEpoch));
        Assert.Equal(1, await _store.PurgeExpiredAsync(DateTimeOffset.UnixEpoch, Ct));

        await _store.EraseDeletedAsync(Ct);

        Assert.False(OnDisk("SECRET-old"));
        Assert.False(OnDisk("SECRET-past"));
        Assert.True(OnDisk("SECRET-new"));
    }

    // Pages that split, merge and move rows are where remains would hide.
    [Fact]
    public async Task of_a_thousand_deleted_secrets_of_all_sizes_none_remains()
    {
        for (var round = 0; round < 4; round++)
        {
            var ids = Enumerable.Range(0, 500).Select(i => (round * 500 + i) * 7919 % 2000).ToList(); // scattered over the table
            await _store.WriteManyAsync(Containers.Keys, [.. ids.Select(i => ("p", (Write)new Write.Create(Id(i), Secret(Id(i), i % 50 * 97))))], Ct);
            await _store.WriteManyAsync(Containers.Keys, [.. ids.Where(i => i % 3 == 0).Select(i => ("p", (Write)new Write.Upsert(Id(i), Secret(Id(i), i % 13 * 211))))], Ct);
            await _store.WriteManyAsync(Containers.Keys, [.. ids.Where(i => i % 2 == 0).Select(i => ("p", (Write)new Write.Delete(Id(i))))], Ct);
        }

        await _store.EraseDeletedAsync(Ct);

        var found = FoundOnDisk();
        Assert.Equal(Enumerable.Range(0, 2000).Where(i => i % 2 == 1).Select(Id), found);
        Assert.Empty(await _store.CheckIntegrityAsync(Ct));
    }

    [Fact]
    public async Task compacting_erases_every_container()
    {
        var path = _folder.File("main.db");
        await using var store = SqliteDocumentStore.Open(new(path, Containers.Main));
        for (var round = 0; round < 4; round++)
        {
            var ids = Enumerable.Range(0, 500).Select(i => (round * 500 + i) * 7919 % 2000).ToList();
            await store.WriteManyAsync(Containers.Work, [.. ids.Select(i => ("p", (Write)new Write.Create(Id(i), Secret(Id(i), i % 50 * 97))))], Ct);
            await store.WriteManyAsync(Containers.Work, [.. ids.Where(i => i % 2 == 0).Select(i => ("p", (Write)new Write.Delete(Id(i))))], Ct);
        }

        await store.CompactAsync(Ct);

        Assert.Equal(Enumerable.Range(0, 2000).Where(i => i % 2 == 1).Select(Id), FoundOnDisk());
        Assert.Empty(await store.CheckIntegrityAsync(Ct));
    }

    private static string Id(int i) => i.ToString("D4", CultureInfo.InvariantCulture);

    private static byte[] Secret(string name, int padding = 0) => Encoding.ASCII.GetBytes($"\"SECRET-{name}{new string('.', padding)}\"");

    private Task<CommitOutcome> Write(Write write) => _store.CommitAsync(Containers.Keys, "p", [write], Ct);

    private IEnumerable<byte[]> Files() => Directory.GetFiles(_folder.Path).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(File.ReadAllBytes);

    private bool OnDisk(string text) => Files().Any(bytes => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0);

    private SortedSet<string> FoundOnDisk()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var mark = "SECRET-"u8;
        foreach (var bytes in Files())
            for (var (from, at) = (0, 0); (at = bytes.AsSpan(from).IndexOf(mark)) >= 0; from += at + mark.Length)
                found.Add(Encoding.ASCII.GetString(bytes, from + at + mark.Length, 4));
        return found;
    }
}
