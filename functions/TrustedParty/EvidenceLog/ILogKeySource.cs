namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>Where the log's keys come from.</summary>
internal interface ILogKeySource
{
    /// <summary>The keys that sign this log.</summary>
    Task<LogKeys> ReadAsync(CancellationToken cancellationToken);
}
