using Ascs.Contracts;
using Ascs.TrustedParty.Deliveries;
using Ascs.TrustedParty.Outcomes;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>The commands of the workflow, each done by its slice.</summary>
internal sealed class SendEffects(Verification verification, SubmitOrders submit, AttestOutcomes attest, TimeProvider time) : ISendEffects
{
    /// <inheritdoc/>
    public async Task<SendEvent> VerifyAsync(SendJob job, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var undecided = Enumerable.Range(0, job.State.Lines.Count).Where(i => job.State.Lines[i].IsUndecided).Select(i => (i, job.State.Lines[i].Aid)).ToList();
        var content = job.Content!;
        var records = await verification.ReadAsync(content.EnterpriseId, [.. undecided.Select(u => u.Aid)], ct);
        var verified = await verification.FireAsync(job.State.DispatchId, content.Plan(), undecided, records, now, ct); // never a notice: decided when accepted
        return new SendEvent.Verified(UnixTime.From(now), verified.Decisions);
    }

    /// <inheritdoc/>
    public Task<SendEvent> SubmitAsync(SendJob job, OperatorId home, CancellationToken ct) => submit.RunAsync(job, home, ct);

    /// <inheritdoc/>
    public Task<SendEvent> AttestAsync(SendJob job, CancellationToken ct) => attest.RunAsync(job, ct);
}
