using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Limits;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>
/// `dispatches/create` (ISC-6.1.3.2, 6.2.1.3): each AID is decided, what is due now is counted, then the dispatch is stored and answered; the engine does the rest.
/// A repeated request finds its dispatch by the id, which follows from the idempotency key, and gets the first answer.
/// </summary>
internal sealed class CreateDispatch(
    DispatchRules rules, Verification verification, DispatchStore dispatches, DailyQuota quota, IWorkflowRunner runner, DispatchOptions options, TimeProvider time)
    : IHandle<CreateDispatchRequest, CreateDispatchAnswer>
{
    private static readonly TimeSpan RoomSoon = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<Answer<CreateDispatchAnswer>> HandleAsync(CreateDispatchRequest request, Call call, CancellationToken cancellationToken)
    {
        if (request.EnterpriseId != call.Caller.EnterpriseId) return ProblemCodes.EnterpriseForeign;
        var id = DispatchIds.OfRequest(request.EnterpriseId, call.IdempotencyKey!);
        if (await dispatches.ReadAsync(id, cancellationToken) is { } stored)
        {
            await runner.ResumeAsync(stored.Value, cancellationToken); // perhaps it is from before a crash that came before it was put to work
            return ToAnswer(stored.Value);
        }

        if (!runner.HasRoom) return new Problem(ProblemCodes.TooManyRequests) { RetryAfter = RoomSoon };
        if ((rules.Check(request, time.GetUtcNow()) ?? await TakeAsync(request, call, cancellationToken)) is { } problem) return problem;
        return await AcceptAsync(id, request, call, cancellationToken);
    }

    // CHEAA-4.1.5.1 b: on the day it is asked for, whenever it is due. A repeated request was counted when it was new.
    private async Task<Problem?> TakeAsync(CreateDispatchRequest request, Call call, CancellationToken ct)
    {
        var taken = await quota.TakeAsync(request.EnterpriseId, request.Recipients.Count, ct);
        call.Levels.Add(taken.Level);
        return taken.Problem;
    }

    private async Task<Answer<CreateDispatchAnswer>> AcceptAsync(DispatchId id, CreateDispatchRequest request, Call call, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var aids = request.Recipients.Select(r => r.Aid).ToList();
        var records = await verification.ReadAsync(request.EnterpriseId, aids, ct);
        if (DispatchRules.CheckWraps(request.ContentKey, records.Values.Select(r => r.OperatorId)) is { } problem) return problem;
        var accepted = SendStates.New(id, request.EnterpriseId, OrderKind.Message, now, request.NotBefore?.ToTime(), aids);
        var content = ContentOf(request, call);
        var verified = await VerifyAsync(accepted, content.Plan(), aids, records, now, ct);
        var step = SendWorkflow.Accept(accepted, verified.Decisions, options.ReceiptPatience);
        return ToAnswer(await runner.StartAsync(new SendJob(step.State, content, records), ct));
    }

    // Due now: decided and counted now. Scheduled: decided for its instant, and again when that comes; only then is it counted.
    private async Task<Verified> VerifyAsync(
        SendState accepted, SendPlan plan, List<Aid> aids, IReadOnlyDictionary<Aid, AidRecord> records, DateTimeOffset now, CancellationToken ct)
    {
        var recipients = aids.Select((aid, i) => (i, aid)).ToList();
        if (accepted.DueAt <= accepted.AcceptedAt) return await verification.FireAsync(accepted.DispatchId, plan, recipients, records, now, ct);
        var verified = await verification.LookAheadAsync(accepted.DispatchId, plan, recipients, records, accepted.DueAt.ToTime(), ct);
        await verification.NoteRefusedAsync(accepted.DispatchId, plan, verified, aids, now, ct);
        return verified;
    }

    private static CreateDispatchAnswer ToAnswer(SendState state) =>
        new(1, state.DispatchId, state.Lines.Count(l => !IsRefusedHere(l)), [.. state.Lines.Where(IsRefusedHere).Select(l => Refusals.Of(l.Aid, l.Fate!.Reasons!))]);

    // Refused without an order: decided here, not told by an operator.
    private static bool IsRefusedHere(SendLine line) => line is { Outcome: SendOutcome.Refused, NotAfter: null };

    private static DispatchContent ContentOf(CreateDispatchRequest request, Call call) => new(
        OrderKind.Message, request.EnterpriseId, request.ServiceId, request.Channel, request.TemplateId, request.TemplateVersion, request.SenderId, Language.Zh,
        request.ContentKey, call.Author, call.ContentDigest, [.. request.Recipients.Select(r => r.Variables)]);
}
