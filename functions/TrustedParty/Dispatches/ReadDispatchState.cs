using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>`dispatches/state` (ISC-6.1.3.3): outcomes under AIDs only. A foreign dispatch, or a notice of the trusted party's own, looks like an unknown one.</summary>
internal sealed class ReadDispatchState(DispatchStore dispatches) : IHandle<DispatchStateRequest, DispatchStateAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<DispatchStateAnswer>> HandleAsync(DispatchStateRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.EnterpriseId != call.Caller.EnterpriseId) return ProblemCodes.EnterpriseForeign;
        if (await dispatches.FindAsync(request.EnterpriseId, request.DispatchId, cancellationToken) is not { } state) return ProblemCodes.DispatchUnknown;
        return new DispatchStateAnswer(1, state.DispatchId, SendPhases.ForEnterprise(state.Phase), [.. state.Lines.Select(ToRecipient)]);
    }

    private static RecipientState ToRecipient(SendLine line)
    {
        var reason = line.Fate?.Reason is { } inside ? SendReasons.ForEnterprise(inside) : default(SendReason?);
        return new RecipientState(line.Aid, line.Outcome, reason, line.Fate?.At, line.Leaf is >= 0 and var leaf ? leaf : null);
    }
}
