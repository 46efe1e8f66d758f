using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>
/// Takes up what a command or a person changed in `peers.json`, within a second and without a restart. A file that can't be used changes nothing: the list in force
/// stays, and <c>/health</c> shows it. So it does while a peer of the list can't be taken in.
/// </summary>
internal sealed class WatchPeers(PlatformParts parts, IAuditTrail audit, TimeProvider time, ILogger<WatchPeers> logger)
    : PeriodicWork("peers", TimeSpan.FromSeconds(1), "The changed list of peers can't be used as a whole; what it takes away is in force", time, logger)
{
    private readonly Queue<PeersChange> untold = new();

    // What was taken in entirely; nothing at first: what failed while the platform opened is tried again, and told.
    private byte[] done = [];
    private PeersFile seen = parts.Directory.File;
    private volatile string faults = "";

    /// <inheritdoc/>
    public override async Task<bool> IsUpAsync(CancellationToken cancellationToken) => faults.Length == 0 && await base.IsUpAsync(cancellationToken);

    /// <summary>One look at the file.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        var content = await File.ReadAllBytesAsync(parts.Folder.Peers, ct);
        if (content.AsSpan().SequenceEqual(done)) return;
        var file = PeersFile.Parse(content);
        // Before all that can fail: who is suspended, closed or narrowed is so at once (CHEAA-4.1.2.3).
        parts.Directory.Replace(file.WithoutNew(parts.Directory.File));
        await TellAsync(file, ct);
        List<string> found = [.. await parts.TakeInAsync(file, audit.RecordDurablyAsync, Time, ct)];
        parts.Directory.Replace(file);
        foreach (var peer in parts.Directory.Peers)
            if (await TryOfferAsync(peer.PlatId, ct) is { } fault) found.Add(fault);
        Tell(string.Join(" ", found));
        done = found.Count == 0 ? content : [];
    }

    // Each change once, however often the round is made.
    private async Task TellAsync(PeersFile file, CancellationToken ct)
    {
        foreach (var change in PeersChange.Between(seen, file)) untold.Enqueue(change);
        seen = file;
        for (; untold.TryPeek(out var change); untold.Dequeue())
        {
            await audit.RecordDurablyAsync(
                new AuditEntry(change.Event, AuditEntry.Platform, change.Peer.ToString(), AuditEntry.Ok, null, UnixTime.From(Time.GetUtcNow())), ct);
            logger.Change($"Platform {change.Peer}: {change.Event}{(change.Permissions is null ? "" : $" may do here: {change.Permissions}")}");
        }
    }

    private void Tell(string found)
    {
        if (found.Length > 0 && found != faults) logger.Warn(found);
        faults = found;
    }

    private async Task<string?> TryOfferAsync(PlatId peer, CancellationToken ct)
    {
        try
        {
            await parts.OfferStatementsAsync(peer, ct);
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or IOException or UnauthorizedAccessException)
        {
            return $"The keys of platform {peer} can't be taken in: {fault.Message}";
        }
    }
}
