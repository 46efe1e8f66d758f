using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>
/// Takes up what a command or a person changed in `peers.json`, within a second and without a restart. A file that can't be used changes nothing: the list in force
/// stays, and <c>/health</c> shows it.
/// </summary>
internal sealed class WatchPeers(PlatformParts parts, IAuditTrail audit, TimeProvider time, ILogger<WatchPeers> logger)
    : PeriodicWork("peers", TimeSpan.FromSeconds(1), "The changed list of peers can't be used; the one before stays in force", time, logger)
{
    private byte[] seen = parts.Directory.File.ToJson();

    /// <summary>One look at the file.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        var content = await File.ReadAllBytesAsync(parts.Folder.Peers, ct);
        if (content.AsSpan().SequenceEqual(seen)) return;
        var file = PeersFile.Parse(content);
        foreach (var change in PeersChange.Between(parts.Directory.File, file)) await TellAsync(change, ct);
        var former = parts.Directory.File;
        await parts.TakeInAsync(file, audit.RecordDurablyAsync, Time, ct);
        parts.Directory.Replace(file);
        foreach (var peer in parts.Directory.Peers.Except(former.Peers)) await parts.OfferStatementsAsync(peer.PlatId, ct);
        seen = content;
    }

    private async Task TellAsync(PeersChange change, CancellationToken ct)
    {
        var what = change.Permissions is null ? "" : $" may do here: {change.Permissions}";
        logger.Change($"Platform {change.Peer}: {change.Event}{what}");
        await audit.RecordDurablyAsync(new AuditEntry(change.Event, AuditEntry.Platform, change.Peer.ToString(), AuditEntry.Ok, null, UnixTime.From(Time.GetUtcNow())), ct);
    }
}
