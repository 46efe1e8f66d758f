using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>Withdraws AIDs for an enterprise or an operator. What is not theirs is UNKNOWN, whether it exists or not.</summary>
internal sealed class Revoke(IAidRecords records, IRevocations revocations) : IHandle<RevokeRequest, RevokeAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<RevokeAnswer>> HandleAsync(RevokeRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.Aids.Count == 0)
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/aids", "LENGTH"));
        if (request.Aids.Distinct().Count() != request.Aids.Count)
            return ProblemCodes.DuplicateAids;
        if (!MaySay(call.Caller.Role, request.By))
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/by", "NOT_OFFERED"));
        var found = await records.ReadManyAsync(request.Aids, cancellationToken);
        var theirs = found.Values.Where(record => record.EnterpriseId == request.EnterpriseId && IsOf(call.Caller, record)).ToArray();
        var done = await revocations.RevokeAsync(theirs, request.By, call.Author, cancellationToken);
        var results = done.Results.ToDictionary(result => result.Aid);
        var answer = done with { Results = [.. request.Aids.Select(aid => results.GetValueOrDefault(aid) ?? new RevokeResult(aid, AidState.Unknown, false, 0))] };
        return answer.NothingAfter is null ? answer : Answer<RevokeAnswer>.Accepted(answer);
    }

    private static bool IsOf(Peer caller, AidRecord record) => caller.Role == Role.Enterprise || caller.OperatorId == record.OperatorId;

    private static bool MaySay(Role role, RevokedBy by) => (role, by) switch
    {
        (Role.Enterprise, RevokedBy.PersonOnPage or RevokedBy.PersonByContact or RevokedBy.Enterprise) => true,
        (Role.Operator, RevokedBy.Operator or RevokedBy.PersonByReply or RevokedBy.PersonByContact) => true,
        _ => false,
    };
}
