using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>`dispatches/check`: the decisions of a dispatch, with nothing stored, counted or asked of an operator. On record, for it can be used to probe.</summary>
internal sealed class CheckDispatch(DispatchRules rules, Verification verification, TimeProvider time, ILogger<CheckDispatch> logger)
    : IHandle<CheckDispatchRequest, CheckDispatchAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<CheckDispatchAnswer>> HandleAsync(CheckDispatchRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.EnterpriseId != call.Caller.EnterpriseId) return ProblemCodes.EnterpriseForeign;
        var now = time.GetUtcNow();
        if (rules.Check(request, now) is { } problem) return problem;
        var plan = new SendPlan(request.EnterpriseId, request.ServiceId, request.Channel, request.SenderId);
        var at = request.NotBefore?.ToTime() is { } later && later > now ? later : now;
        var records = await verification.ReadAsync(request.EnterpriseId, request.Aids, cancellationToken);
        var verified = await verification.LookAheadAsync(default, plan, [.. request.Aids.Select((aid, i) => (i, aid))], records, at, cancellationToken);
        var refused = verified.Decisions.Where(d => d.Reasons.Count > 0).Select(d => Refusals.Of(request.Aids[d.Recipient], d.Reasons)).ToList();
        logger.Note($"{request.EnterpriseId} checked {request.Aids.Count} AIDs for {request.ServiceId}, {refused.Count} would be refused");
        return new CheckDispatchAnswer(1, request.Aids.Count - refused.Count, refused);
    }
}
