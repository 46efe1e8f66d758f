using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Evidence;

/// <summary>Communication evidence of an AID, out of the documents of its dispatches.</summary>
internal interface ICommunicationHistory
{
    /// <summary>One page of attested outcomes, the newest page first; within a page by ascending leaf index.</summary>
    /// <param name="record">The AID.</param>
    /// <param name="cursor">Null for the newest page; else what the former page gave, or any text a caller sent: null is answered for one that is not a cursor of this AID.</param>
    /// <param name="limit">Most records, 1 to 500.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<OutcomePage?> ByAidAsync(AidRecord record, string? cursor, int limit, CancellationToken cancellationToken);
}
