using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.TrustedParty.Events;

/// <summary>`events/replay`: events again, from any cursor, or from the first one left when that has expired.</summary>
internal sealed class ReplayEvents(EventReader reader) : IHandle<ReplayEventsRequest, EventBatch>
{
    /// <inheritdoc/>
    public async Task<Answer<EventBatch>> HandleAsync(ReplayEventsRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.EnterpriseId != call.Caller.EnterpriseId) return ProblemCodes.EnterpriseForeign;
        return await reader.ReadAsync(request.EnterpriseId, request.From, request.Limit, cancellationToken);
    }
}
