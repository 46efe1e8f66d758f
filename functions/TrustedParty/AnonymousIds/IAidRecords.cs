using Ascs.Contracts;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>The AID table.</summary>
internal interface IAidRecords
{
    /// <summary>An enterprise's own among AIDs. A foreign one is not found, by the same read as an unknown one.</summary>
    Task<IReadOnlyDictionary<Aid, AidRecord>> ReadManyAsync(EnterpriseId enterprise, IReadOnlyCollection<Aid> aids, CancellationToken cancellationToken);

    /// <summary>The records that exist, of several enterprises, in no order: for work that no enterprise asked for.</summary>
    Task<IReadOnlyList<AidRecord>> ReadManyAsync(IReadOnlyCollection<OwnedAid> aids, CancellationToken cancellationToken);

    /// <summary>The record of an authorisation, or null.</summary>
    Task<AidRecord?> FindByAuthorisationAsync(AuthorisationId authorisation, CancellationToken cancellationToken);

    /// <summary>Reads, changes and writes by compare-and-swap until it holds; null when there is no such AID. <paramref name="change"/> returns the record unchanged (same reference) to write nothing.</summary>
    Task<AidRecord?> ChangeAsync(OwnedAid aid, Func<AidRecord, AidRecord> change, CancellationToken cancellationToken);
}
