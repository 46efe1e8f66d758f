using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Withdraws authorisations, whoever asked.</summary>
internal interface IRevocations
{
    /// <summary>
    /// Marks the records, appends the leaves, tells the enterprise by event and asks the home operators to block. Converges when repeated.
    /// Answers when every reachable operator has answered; what an operator away has not blocked yet is retried in the background until it has.
    /// </summary>
    Task<RevokeAnswer> RevokeAsync(IReadOnlyList<AidRecord> records, RevokedBy by, string? author, CancellationToken cancellationToken);
}
