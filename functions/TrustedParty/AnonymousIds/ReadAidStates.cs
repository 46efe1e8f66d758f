using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>States of AIDs (ISC-6.1.2.2). Unknown and foreign ones cost the same read and get the same answer.</summary>
internal sealed class ReadAidStates(IAidRecords records, TimeProvider time) : IHandle<AidStatesRequest, AidStatesAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<AidStatesAnswer>> HandleAsync(AidStatesRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.Aids.Count == 0)
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/aids", "LENGTH"));
        if (request.Aids.Distinct().Count() != request.Aids.Count)
            return ProblemCodes.DuplicateAids;
        var found = await records.ReadManyAsync(request.Aids, cancellationToken);
        var now = time.GetUtcNow();
        return new AidStatesAnswer(1, [.. request.Aids.Select(aid =>
            found.GetValueOrDefault(aid) is { } record && record.EnterpriseId == request.EnterpriseId ? AidStatuses.Of(record, now) : AidStatuses.Unknown(aid))]);
    }
}
