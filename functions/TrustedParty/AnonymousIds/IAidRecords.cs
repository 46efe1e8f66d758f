using Ascs.Contracts;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>The AID table.</summary>
internal interface IAidRecords
{
    /// <summary>The records that exist, of whichever enterprise, in no order. The caller tells foreign ones apart without another read.</summary>
    Task<IReadOnlyDictionary<Aid, AidRecord>> ReadManyAsync(IReadOnlyCollection<Aid> aids, CancellationToken cancellationToken);

    /// <summary>The record of an authorisation, or null.</summary>
    Task<AidRecord?> FindByAuthorisationAsync(AuthorisationId authorisation, CancellationToken cancellationToken);

    /// <summary>Reads, changes and writes by compare-and-swap until it holds; null when there is no such AID. <paramref name="change"/> returns the record unchanged (same reference) to write nothing.</summary>
    Task<AidRecord?> ChangeAsync(Aid aid, Func<AidRecord, AidRecord> change, CancellationToken cancellationToken);
}
