using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Sealing;

namespace Ascs.Client.Events;

/// <summary>`events/deliver`: events of the trusted party, pushed through the gate; acknowledged when they are handled.</summary>
internal sealed class ReceiveEvents(PlatformIntake intake, IPlatformDirectory directory, ReplyInbox inbox, IAscsEventHandler handler) : IHandle<EventBatch, EventReceipt>
{
    public async Task<Answer<EventReceipt>> HandleAsync(EventBatch request, Call call, CancellationToken cancellationToken)
    {
        if (request.EnterpriseId != directory.Self.EnterpriseId)
            return ProblemCodes.EnterpriseForeign;
        if (request.Events.Count == 0 || request.Events[0].Sequence < 1 || request.Events.Select((e, i) => e.Sequence - i).Distinct().Count() != 1)
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/events", "CONTIGUOUS"));
        // What the trusted party keeps no more can't be waited for: then the batch says from where on it was asked for.
        var from = request.From ?? request.Events[0].Sequence;
        var through = await intake.Events.TakeAsync(
            request, before => from <= before + 1, e => handler.HandleAsync(TypedEvents.Of(e, inbox.Open), cancellationToken), cancellationToken);
        return through is { } last ? new EventReceipt(1, last) : ProblemCodes.SequenceGap;
    }
}
