using Ascs.Evidence.Checkpoints;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>What anyone may read of the log.</summary>
internal interface ILogReader
{
    /// <summary>The newest signed checkpoint.</summary>
    Task<SignedCheckpoint> CheckpointAsync(CancellationToken cancellationToken);
}
