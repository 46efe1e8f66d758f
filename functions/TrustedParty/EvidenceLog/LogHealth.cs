using Ascs.Trust.Hosting;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Up once the log is open and sound.</summary>
internal sealed class LogHealth(ILogReader log) : IHealthPart
{
    /// <inheritdoc/>
    public string Name => "evidence-log";

    /// <inheritdoc/>
    public async Task<bool> IsUpAsync(CancellationToken cancellationToken) => (await log.CheckpointAsync(cancellationToken)).Checkpoint.Size >= 0;
}
