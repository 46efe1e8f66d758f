using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;

namespace Ascs.TrustedParty.Revocations;

/// <summary>
/// Withdraws authorisations for an enterprise or an operator (ISC-6.1.1.6, 6.2.1.2). AIDs that are not the caller's are answered as unknown ones are:
/// nobody learns from a withdrawal whether an AID exists.
/// </summary>
internal sealed class Revoke(IAidRecords records, IRevocations revocations) : IHandle<RevokeRequest, RevokeAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<RevokeAnswer>> HandleAsync(RevokeRequest request, Call call, CancellationToken cancellationToken)
    {
        if (call.Caller.Role == Role.Enterprise && call.Caller.EnterpriseId != request.EnterpriseId)
            return ProblemCodes.EnterpriseForeign;
        if (AidLists.Fault(request.Aids) is { } fault)
            return fault;
        if (!MaySay(call.Caller.Role, request.By))
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/by", "NOT_THE_CALLERS_TO_SAY"));
        var found = await records.ReadManyAsync(request.EnterpriseId, request.Aids, cancellationToken);
        AidRecord[] theirs = [.. request.Aids.Where(found.ContainsKey).Select(aid => found[aid]).Where(record => MayWithdraw(call.Caller, record))];
        var answer = await revocations.RevokeAsync(theirs, request.By, call.Author, cancellationToken);
        var byAid = answer.Results.ToDictionary(result => result.Aid);
        var all = answer with { Results = [.. request.Aids.Select(aid => byAid.GetValueOrDefault(aid) ?? new RevokeResult(aid, AidState.Unknown, false, 0))] };
        return all.NothingAfter is null ? all : Answer<RevokeAnswer>.Accepted(all);
    }

    // An operator for its own subscribers only. No operator is told AIDs, so none can try one out here.
    private static bool MayWithdraw(Peer caller, AidRecord record) => caller.Role != Role.Operator || record.OperatorId == caller.OperatorId;

    // Who asked is evidence: an enterprise can't put a withdrawal down to a regulator or an operator, nor the other way round.
    private static bool MaySay(Role caller, RevokedBy by) => caller switch
    {
        Role.Enterprise => by is RevokedBy.PersonOnPage or RevokedBy.PersonByContact or RevokedBy.Enterprise,
        Role.Operator => by is RevokedBy.PersonByReply or RevokedBy.PersonByContact or RevokedBy.Operator or RevokedBy.Regulator,
        _ => false,
    };
}
