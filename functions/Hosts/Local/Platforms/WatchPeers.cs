using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>
/// Takes up what a command or a person changed in `peers.json`, within a second and without a restart. A file that can't be used changes nothing: the list in force
/// stays, and <c>/health</c> shows it.
/// </summary>
internal sealed class WatchPeers(PartyFolder folder, PlatformDirectory directory, TimeProvider time, ILogger<WatchPeers> logger)
    : PeriodicWork("peers", TimeSpan.FromSeconds(1), "The changed list of peers can't be used; the one before stays in force", time, logger)
{
    private byte[] seen = directory.File.ToJson();

    /// <summary>One look at the file.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        var content = await File.ReadAllBytesAsync(folder.Peers, ct);
        if (content.AsSpan().SequenceEqual(seen)) return;
        var file = PeersFile.Parse(content);
        foreach (var line in PeersChange.Between(directory.File, file)) logger.Change(line);
        directory.Replace(file);
        seen = content;
    }
}
