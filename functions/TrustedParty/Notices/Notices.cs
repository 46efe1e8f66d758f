using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Dispatches;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Notices;

/// <summary>
/// Subscriber notices: after a grant the home operator tells the person once. A notice is a dispatch of the trusted party itself, of one recipient, that no promise
/// counts and no event tells; it is attested like any other. Its id follows from the authorisation, so it goes out once; and the person hears of a service once a
/// day, however many authorisations of it an enterprise makes (decision 42).
/// </summary>
internal sealed class Notices(Verification verification, DispatchStore dispatches, IWorkflowRunner runner, DispatchOptions options, TimeProvider time) : INotices
{
    /// <inheritdoc/>
    public async Task EnqueueAsync(AidRecord record, CancellationToken cancellationToken)
    {
        var id = DispatchIds.OfNotice(record.AuthorisationId);
        if (await dispatches.ReadAsync(id, cancellationToken) is { } stored)
        {
            await runner.ResumeAsync(stored.Value, cancellationToken); // what was decided once stands, on another day too
            return;
        }

        var now = time.GetUtcNow();
        var verified = await verification.FireNoticeAsync(id, record, now, cancellationToken);
        var accepted = SendStates.New(id, record.EnterpriseId, OrderKind.Notice, now, null, [record.Aid]);
        var step = SendWorkflow.Accept(accepted, verified.Decisions, options.ReceiptPatience);
        await runner.StartAsync(new SendJob(step.State, ContentOf(record), verified.Records), cancellationToken);
    }

    private DispatchContent ContentOf(AidRecord record)
    {
        var sender = options.NoticeSenders.TryGetValue(record.OperatorId, out var own) ? own : options.NoticeSender;
        return new DispatchContent(
            OrderKind.Notice, record.EnterpriseId, record.ServiceId, Channel.Sms, null, 0, sender, record.Language, null, null, null, []);
    }
}
