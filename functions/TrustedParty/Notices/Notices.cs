using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Notices;

/// <summary>
/// Subscriber notices: after a grant the home operator tells the person once. A notice is a dispatch of the trusted party itself, of one recipient, that no promise
/// counts and no event tells; it is attested like any other. Its id follows from the authorisation, so it goes out once.
/// </summary>
internal sealed class Notices(Verification verification, IWorkflowRunner runner, DispatchOptions options, TimeProvider time) : INotices
{
    /// <inheritdoc/>
    public async Task EnqueueAsync(AidRecord record, CancellationToken cancellationToken)
    {
        var content = ContentOf(record);
        var now = time.GetUtcNow();
        var verified = verification.FireNotice([(0, record.Aid)], new Dictionary<Aid, AidRecord> { [record.Aid] = record }, now);
        var accepted = SendStates.New(DispatchIds.OfNotice(record.AuthorisationId), record.EnterpriseId, OrderKind.Notice, now, null, [record.Aid]);
        var step = SendWorkflow.Accept(accepted, verified.Decisions, options.ReceiptPatience);
        await runner.StartAsync(new SendJob(step.State, content, verified.Records), cancellationToken);
    }

    private DispatchContent ContentOf(AidRecord record)
    {
        var sender = options.NoticeSenders.TryGetValue(record.OperatorId, out var own) ? own : options.NoticeSender;
        return new DispatchContent(
            OrderKind.Notice, record.EnterpriseId, record.ServiceId, Channel.Sms, null, 0, sender, record.Language, null, null, null, []);
    }
}
