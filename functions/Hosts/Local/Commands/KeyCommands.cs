using System.CommandLine;
using System.Globalization;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Trust.Keys;

namespace Ascs.Hosts.Local.Commands;

/// <summary>
/// `keys list|rotate|rewrap|destroy`: for a platform that is stopped. Its key store is one process's at a time, so a running host is asked to stop first, and no
/// change can go past it.
/// </summary>
internal static class KeyCommands
{
    public static Command Create()
    {
        var command = new Command("keys", "The platform's keys; the platform must be stopped.");
        command.Subcommands.Add(Of("list", "Every version of every key; never a key itself.", null, (keys, _, _) =>
        {
            foreach (var record in keys.Ring.Records)
                Console.WriteLine($"{record.KeyId,-34}{record.Algorithm,-12}{Text(record.CreatedAt.ToTime()),-26}{(record.DestroyedAt is { } end ? "destroyed " + Text(end.ToTime()) : "")}");
            return Task.CompletedTask;
        }));
        command.Subcommands.Add(Of("rotate", "Makes the next version of a key; old ones stay.", "Name of the key, as `keys list` shows it without -v…", async (keys, name, ct) =>
        {
            if (keys.Ring.FindCurrent(name) is null) throw new Refusal($"There is no key named {name}.");
            Console.WriteLine($"{(await keys.Ring.RotateAsync(name, TimeProvider.System.GetUtcNow(), ct)).KeyId} is in force.");
        }));
        command.Subcommands.Add(Rewrap());
        command.Subcommands.Add(Of("destroy", "Destroys one version for good: what only it opens is lost.", "Id of the key, as `keys list` shows it.", async (keys, id, ct) =>
        {
            if (keys.Ring.Records.FirstOrDefault(record => record.KeyId == id) is not { } record) throw new Refusal($"There is no key {id}.");
            await keys.Ring.DestroyAsync(record.Name, record.Version, TimeProvider.System.GetUtcNow(), ct);
            Console.WriteLine($"{id} is destroyed.");
        }));
        return command;
    }

    private static Command Rewrap()
    {
        var folder = new Argument<string>("folder") { Description = "The platform's folder." };
        var command = new Command("rewrap", "Adds a key-encryption key to kek.json and wraps every key under it.") { folder };
        command.SetAction((arguments, ct) => Guarded.RunAsync(async () =>
        {
            var party = new PartyFolder(Path.GetFullPath(arguments.GetValue(folder)!));
            await WithAsync(party, async keys => { await Task.Yield(); LocalKeyWrapper.Rotate(party.KeyEncryptionKey, TimeProvider.System.GetUtcNow()); }, ct);
            await WithAsync(party, async keys => Console.WriteLine($"{await keys.Ring.RewrapAsync(ct)} keys wrapped anew."), ct);
            return 0;
        }));
        return command;
    }

    private static Command Of(string verb, string what, string? subject, Func<OpenKeys, string, CancellationToken, Task> run)
    {
        var folder = new Argument<string>("folder") { Description = "The platform's folder." };
        var name = new Argument<string>("key") { Description = subject };
        var command = new Command(verb, what) { folder };
        if (subject is not null) command.Arguments.Add(name);
        command.SetAction((arguments, ct) => Guarded.RunAsync(async () =>
        {
            var key = subject is null ? "" : arguments.GetValue(name)!;
            await WithAsync(new PartyFolder(Path.GetFullPath(arguments.GetValue(folder)!)), keys => run(keys, key, ct), ct);
            return 0;
        }));
        return command;
    }

    private static async Task WithAsync(PartyFolder folder, Func<OpenKeys, Task> run, CancellationToken ct)
    {
        try
        {
            await using var keys = await OpenKeys.OpenAsync(folder, TimeProvider.System, ct);
            await run(keys);
        }
        catch (Exception fault) when (fault is StoreOpenException or KeyFileException or KeyUnwrapException)
        {
            throw new Refusal($"The keys of {folder.Root} can't be used: {fault.Message}", fault);
        }
    }

    private static string Text(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
