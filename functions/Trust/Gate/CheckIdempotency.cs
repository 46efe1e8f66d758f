using Ascs.Contracts;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>An act is carried out once per key: the first call claims it, a later one gets the first answer. Last, so that only calls that will run leave a claim.</summary>
internal sealed class CheckIdempotency : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } =
        [ProblemCodes.IdempotencyKeyMissing, ProblemCodes.IdempotencyInProgress, ProblemCodes.IdempotencyKeyReused];

    internal override async ValueTask<Problem?> RunAsync(Passage passage, GateParts parts, CancellationToken cancellationToken)
    {
        if (!passage.Endpoint.Idempotent) return null;
        if (ReadKey(passage) is not { } key) return ProblemCodes.IdempotencyKeyMissing;
        var scope = new IdempotencyScope(passage.Claimed, passage.Scan!.EnterpriseId, passage.Endpoint.Name, key);
        switch (await parts.Idempotency.BeginAsync(scope, Fingerprint.Of(passage.Bound.Canonical(passage.Request!, passage.Body).Span), passage.Scan.NotBefore, cancellationToken))
        {
            case Beginning.Started started:
                passage.Claim = started.Claim;
                return null;
            case Beginning.AnsweredBefore before:
                passage.Stored = before.Answer;
                return null;
            case Beginning.OtherRequest:
                return ProblemCodes.IdempotencyKeyReused;
            default:
                return ProblemCodes.IdempotencyInProgress;
        }
    }

    private static string? ReadKey(Passage passage) =>
        passage.Call.Fields(SignedFieldNames.IdempotencyKey) is { Count: 1 } lines && IdempotencyScope.IsKey(lines[0]) ? lines[0] : null;
}
