using System.Buffers.Binary;
using Ascs.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ascs.Storage.Tests.Sqlite;

/// <summary>What can be wrong with a store file, and the one sentence each gets.</summary>
public sealed class OpeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Path => _folder.File("store.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task a_store_in_use_is_refused_until_it_is_closed()
    {
        var first = Open();
        var refusal = Assert.Throws<StoreInUseException>(Open);
        Assert.Contains("is in use by another process", refusal.Message, StringComparison.Ordinal);

        await first.DisposeAsync();
        await Open().DisposeAsync();
    }

    [Fact]
    public async Task a_newer_store_is_refused_and_left_as_it_is()
    {
        await MakeStore();
        Sql("PRAGMA user_version=2");
        var before = await File.ReadAllBytesAsync(Path, Ct);

        var refusal = Assert.Throws<NewerStoreException>(Open);

        Assert.Contains("has version 2, but this program knows versions up to 1", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path, Ct));
    }

    [Fact]
    public async Task a_newer_version_still_in_the_log_is_refused_too()
    {
        await MakeStore();
        using (var upgraded = new SqliteConnection($"Data Source={Path};Pooling=False"))
        {
            upgraded.Open();
            using var command = upgraded.CreateCommand();
            command.CommandText = "PRAGMA wal_autocheckpoint=0; PRAGMA user_version=2";
            command.ExecuteNonQuery();
            foreach (var file in new[] { Path, Path + "-wal" }) File.Copy(file, file.Replace("store.db", "copy.db", StringComparison.Ordinal)); // as a crash leaves it
        }

        Assert.Equal(1, BinaryPrimitives.ReadInt32BigEndian((await File.ReadAllBytesAsync(_folder.File("copy.db"), Ct)).AsSpan(60)));
        Assert.Throws<NewerStoreException>(() => Open(_folder.File("copy.db")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(50_000)]
    public async Task garbage_is_refused_and_left_as_it_is(int length)
    {
        var garbage = new byte[length];
        garbage.AsSpan().Fill(0x5A);
        await File.WriteAllBytesAsync(Path, garbage, Ct);

        var refusal = Assert.Throws<StoreOpenException>(Open);

        Assert.Contains("is damaged or is no store", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(Path, Ct));
    }

    [Fact]
    public async Task a_store_that_was_cut_off_is_refused()
    {
        await MakeStore(documents: 500);
        using (var file = File.Open(Path, FileMode.Open)) file.SetLength(file.Length / 2 / 8192 * 8192);

        Assert.Contains("damaged", Assert.Throws<StoreOpenException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_store_whose_first_pages_were_overwritten_is_refused()
    {
        await MakeStore(documents: 500);
        using (var file = File.Open(Path, FileMode.Open))
        {
            file.Position = 100;
            file.Write(new byte[40_000]);
        }

        Assert.Contains("damaged", Assert.Throws<StoreOpenException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task damage_deep_in_the_file_is_found_on_demand()
    {
        await MakeStore(documents: 500);
        await using (var sound = Open()) Assert.Empty(await sound.CheckIntegrityAsync(Ct));
        using (var file = File.Open(Path, FileMode.Open))
        {
            file.Position = file.Length - 3 * 8192;
            file.Write(new byte[2 * 8192]);
        }

        await using var damaged = Open();
        Assert.NotEmpty(await damaged.CheckIntegrityAsync(Ct));
    }

    [Fact]
    public void a_database_of_another_program_is_refused()
    {
        Sql("PRAGMA application_id=7; CREATE TABLE theirs(x)");

        Assert.Contains("belongs to another program", Assert.Throws<StoreOpenException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task rights_of_a_container_never_change()
    {
        await MakeStore();
        var refusal = Assert.Throws<StoreOpenException>(() => SqliteDocumentStore.Open(new(Path, [new("evidence", ContainerRights.Mutable)])));

        Assert.Contains("rights never change", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task containers_may_be_added()
    {
        await using (SqliteDocumentStore.Open(new(Path, [Containers.Heads]))) { }

        await MakeStore(documents: 1);
        await using var store = Open();
        Assert.NotNull(await store.ReadAsync(Containers.Work, new("p", "id-0"), Ct));
    }

    [Fact]
    public void a_folder_that_nobody_can_write_is_refused()
    {
        // Rights do not stop the superuser, who runs tests in many containers: /proc does.
        var folder = "/proc/ascs";
        if (!Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            folder = _folder.File("read-only");
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var refusal = Assert.Throws<StoreOpenException>(() => Open(folder + "/store.db"));

        Assert.StartsWith($"The folder of the store {folder}/store.db can't be written", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(Path);

        Assert.Contains("can't be read and written", Assert.Throws<StoreOpenException>(Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_missing_folder_is_made_and_only_the_owner_may_read_the_files()
    {
        var path = _folder.File("a/b/store.db");
        await using var store = Open(path);
        await store.CommitAsync(Containers.Work, "p", [new Write.Create("a", "1"u8.ToArray())], Ct);

        var files = Directory.GetFiles(_folder.File("a/b"));
        Assert.Equal(4, files.Length);
        if (OperatingSystem.IsWindows()) return; // there the folder's rights are inherited
        foreach (var file in files) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task a_closed_store_refuses_calls()
    {
        var store = Open();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ReadAsync(Containers.Work, new("p", "a"), Ct));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.CommitAsync(Containers.Work, "p", [new Write.Delete("a")], Ct));
    }

    private SqliteDocumentStore Open() => Open(Path);

    private static SqliteDocumentStore Open(string path) => SqliteDocumentStore.Open(new(path, Containers.Main));

    private async Task MakeStore(int documents = 0)
    {
        await using var store = Open();
        var body = System.Text.Encoding.ASCII.GetBytes($"\"{new string('b', 300)}\"");
        await store.WriteManyAsync(Containers.Work, [.. Enumerable.Range(0, documents).Select(i => ("p", (Write)new Write.Create($"id-{i}", body)))], Ct);
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
