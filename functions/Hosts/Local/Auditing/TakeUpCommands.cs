using System.Text.Json;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Audit;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;

namespace Ascs.Hosts.Local.Auditing;

/// <summary>Puts on record what commands do beside the running platform, once a second: a store has one writer. A command goes on when its file is gone.</summary>
internal sealed class TakeUpCommands(PartyFolder folder, IAuditTrail trail, TimeProvider time, ILogger<TakeUpCommands> logger)
    : PeriodicWork("commands", TimeSpan.FromSeconds(1), "What a command asked to be on record could not be taken up", time, logger)
{
    /// <summary>One look at the folder.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        if (!Directory.Exists(folder.Commands)) return;
        foreach (var file in Directory.EnumerateFiles(folder.Commands, "*.json").Order(StringComparer.Ordinal).ToList())
        {
            if (Read(await File.ReadAllBytesAsync(file, ct)) is { } record) await trail.RecordDurablyAsync(record.ToEntry(), ct);
            else logger.Warn("A file in data/commands is no record of a command; it was removed");
            File.Delete(file);
        }
    }

    private static CommandRecord? Read(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, CommandRecordJson.Default.CommandRecord);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
