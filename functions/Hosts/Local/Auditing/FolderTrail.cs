using System.Security.Cryptography;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.Trust.Audit;
using Ascs.Trust.Keys;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ascs.Hosts.Local.Auditing;

/// <summary>
/// The audit trail of a party's folder for a command: writes into it while the platform is stopped, reads beside it and asks it to write while it runs. What a
/// command does is on record before it does it, in the name of the user of the operating system.
/// </summary>
internal sealed class FolderTrail : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly PartyFolder folder;
    private readonly TimeProvider time;
    private readonly List<IAsyncDisposable> opened = [];
    private AuditTrail? trail; // null while the platform runs

    private FolderTrail(PartyFolder folder, PartyFile file, TimeProvider time) => (this.folder, File, this.time) = (folder, file, time);

    /// <summary>Whose trail.</summary>
    public PartyFile File { get; }

    /// <summary>The platform's own journal.</summary>
    public string Journal => folder.Journal;

    /// <summary>Where it is.</summary>
    public IDocumentStore Store { get; private set; } = null!;

    /// <summary>Its keys.</summary>
    public KeyRing Ring { get; private set; } = null!;

    /// <summary>Who runs this command.</summary>
    public static string Who => $"operator:{Environment.UserName}";

    /// <summary>Opens it.</summary>
    /// <exception cref="Refusal">It can't be opened: one sentence.</exception>
    public static async Task<FolderTrail> OpenAsync(PartyFolder folder, TimeProvider time, CancellationToken ct)
    {
        var self = new FolderTrail(folder, await PartyReader.ReadAsync(folder, ct), time);
        try
        {
            try
            {
                await self.OpenStoppedAsync(ct);
            }
            catch (StoreInUseException)
            {
                await self.DisposeAsync();
                await self.OpenRunningAsync(ct);
            }

            return self;
        }
        catch (Exception fault) when (fault is StoreOpenException or KeyFileException or KeyUnwrapException or IOException or UnauthorizedAccessException)
        {
            await self.DisposeAsync();
            throw new Refusal($"The folder {folder.Root} can't be used: {fault.Message}", fault);
        }
    }

    /// <summary>Returns when it is on record.</summary>
    /// <exception cref="Refusal">The platform runs and does not take it up; then nothing may be done.</exception>
    public async Task RecordAsync(AuditEvent kind, string what, string result, CancellationToken ct)
    {
        var record = new CommandRecord(kind, Who, what, result, UnixTime.From(time.GetUtcNow()));
        if (trail is not null) await trail.RecordDurablyAsync(record.ToEntry(), ct);
        else await AskAsync(record, ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(opened)) await one.DisposeAsync();
        opened.Clear();
    }

    private async Task OpenStoppedAsync(CancellationToken ct)
    {
        var store = Keep(SqliteDocumentStore.Open(new SqliteStoreOptions(folder.Store, Containers.Main) { Time = time }));
        var keys = Keep(await OpenKeys.OpenAsync(folder, time, ct));
        trail = Keep(new AuditTrail(
            store, new RingAuthor(keys.Ring), File.PlatId, File.ToAuditTerm(), AuditWitness.None, time, NullLogger<AuditTrail>.Instance));
        (Store, Ring) = (store, keys.Ring);
    }

    private async Task OpenRunningAsync(CancellationToken ct)
    {
        Store = Keep(SqliteStoreReader.Open(new SqliteStoreOptions(folder.Store, Containers.Main) { Time = time }));
        var keys = Keep(SqliteStoreReader.Open(new SqliteStoreOptions(folder.KeyStore, Containers.KeyStore) { Time = time }));
        using var wrapper = LocalKeyWrapper.Open(folder.KeyEncryptionKey);
        Ring = await KeyRing.OpenAsync(keys, keys, wrapper, ct);
    }

    private T Keep<T>(T one)
        where T : IAsyncDisposable
    {
        opened.Add(one);
        return one;
    }

    private async Task AskAsync(CommandRecord record, CancellationToken ct)
    {
        Directory.CreateDirectory(folder.Commands);
        var file = Path.Combine(folder.Commands, $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}.json");
        await OwnerOnly.WriteAsync(file + ".next", JsonSerializer.Serialize(record, CommandRecordJson.Default.CommandRecord), ct);
        System.IO.File.Move(file + ".next", file);
        var until = TimeProvider.System.GetUtcNow() + Patience;
        while (System.IO.File.Exists(file))
        {
            if (TimeProvider.System.GetUtcNow() > until) throw new Refusal("The platform runs but does not put this command on record; nothing was done. Look at its journal, or stop it first.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ct);
        }
    }
}
