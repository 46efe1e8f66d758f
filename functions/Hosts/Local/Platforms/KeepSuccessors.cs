using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Hosting;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>Keeps in the folder which certificates followed those pinned, for the commands: the store has one process.</summary>
internal sealed class KeepSuccessors(PlatformParts parts, TimeProvider time, ILogger<KeepSuccessors> logger)
    : PeriodicWork("successors", TimeSpan.FromSeconds(1), "Certificates that followed could not be written; a renewed peer's offer would count as another pairing", time, logger)
{
    private string written = "";

    /// <summary>Writes them when there is another.</summary>
    public override async Task RunOnceAsync(CancellationToken ct)
    {
        var successors = Successors.Of(parts.Directory.File, parts.Directory.Successors!);
        if (successors == written) return;
        await Successors.WriteAsync(parts.Folder, successors, ct);
        written = successors;
    }
}
