using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>States of AIDs (ISC-6.1.2.2). An unknown AID and one of another enterprise get the same answer, after the same read.</summary>
internal sealed class ShowAidStates(IAidRecords records, TimeProvider time) : IHandle<AidStatesRequest, AidStatesAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<AidStatesAnswer>> HandleAsync(AidStatesRequest request, Call call, CancellationToken cancellationToken)
    {
        if (call.Caller.EnterpriseId != request.EnterpriseId)
            return ProblemCodes.EnterpriseForeign;
        if (AidLists.Fault(request.Aids) is { } fault)
            return fault;
        var found = await records.ReadManyAsync(request.EnterpriseId, request.Aids, cancellationToken);
        var now = time.GetUtcNow();
        return new AidStatesAnswer(1, [.. request.Aids.Select(aid => StatusOf(found, aid, now))]);
    }

    private static AidStatus StatusOf(IReadOnlyDictionary<Aid, AidRecord> found, Aid aid, DateTimeOffset now) =>
        found.TryGetValue(aid, out var record) ? AidStatuses.Of(record, now) : new AidStatus(aid, AidState.Unknown);
}
