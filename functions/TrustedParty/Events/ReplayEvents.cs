using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.TrustedParty.Events;

/// <summary>`events/replay`: events again, from any cursor, or from the first one left when that has expired.</summary>
internal sealed class ReplayEvents(EventReader reader) : IHandle<ReplayEventsRequest, EventBatch>
{
    private const int MostEvents = 500;

    /// <inheritdoc/>
    public async Task<Answer<EventBatch>> HandleAsync(ReplayEventsRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.EnterpriseId != call.Caller.EnterpriseId) return ProblemCodes.EnterpriseForeign;
        if (request.From < 1) return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/from", "AT_LEAST_1"));
        if (request.Limit is < 1 or > MostEvents) return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/limit", "OUT_OF_RANGE"));
        return await reader.ReadAsync(request.EnterpriseId, request.From, request.Limit, cancellationToken);
    }
}
