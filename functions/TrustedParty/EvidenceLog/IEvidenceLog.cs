using Ascs.Contracts;

namespace Ascs.TrustedParty.EvidenceLog;

/// <summary>The append side of the log.</summary>
internal interface IEvidenceLog
{
    /// <summary>
    /// Appends leaves next to one another and returns the index of the first once they are durable and covered by a signed checkpoint.
    /// The same batch id again returns the first answer and appends nothing: this is what makes every caller's retry harmless.
    /// </summary>
    /// <param name="batchId">1 to 64 characters of [0-9A-Za-z_-], best time-ordered.</param>
    /// <param name="leaves">1 to 500 leaves, WIRE.md bytes.</param>
    /// <param name="cancellationToken">Stops waiting; the append may still happen.</param>
    Task<long> AppendAsync(string batchId, IReadOnlyList<byte[]> leaves, CancellationToken cancellationToken);

    /// <summary>Leaves with proofs against the newest checkpoint.</summary>
    Task<EvidenceReceipt> ProveAsync(IReadOnlyList<long> indexes, CancellationToken cancellationToken);
}
