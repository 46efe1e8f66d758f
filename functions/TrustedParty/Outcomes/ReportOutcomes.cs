using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>`outcomes/report`: durable first, answered, then applied (ISC-6.3.3.2).</summary>
internal sealed class ReportOutcomes(OutcomeInbox inbox) : IHandle<ReportOutcomesRequest, ReportOutcomesAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<ReportOutcomesAnswer>> HandleAsync(ReportOutcomesRequest request, Call call, CancellationToken cancellationToken)
    {
        if (call.Caller.OperatorId is not { } home) return ProblemCodes.PermissionDenied;
        if (Faults(request) is { Count: > 0 } faults) return new Problem(ProblemCodes.SchemaInvalid, faults);
        var signed = new ReportRef(home, call.Author ?? "", call.ContentDigest);
        var through = await inbox.TakeAsync(new InboxReport(request.FirstSequence, signed, request.Items), cancellationToken);
        return through is { } held ? new ReportOutcomesAnswer(1, held) : ProblemCodes.SequenceGap;
    }

    private static List<FieldError> Faults(ReportOutcomesRequest request)
    {
        var faults = new List<FieldError>();
        for (var i = 0; i < request.Items.Count; i++)
        {
            var item = request.Items[i];
            var isReply = item.Kind is OutcomeKind.Reply or OutcomeKind.OptOut;
            if (!isReply && item.OrderId is null) faults.Add(new($"/items/{i}/orderId", "REQUIRED"));
            // The text may be missing: the enterprise has no inbox key in force. That a person opts out must come through all the same.
            if (isReply && item.SenderId is null) faults.Add(new($"/items/{i}/senderId", "REQUIRED"));
        }

        return faults;
    }
}
