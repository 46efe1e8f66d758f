using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Enterprise.Subscriptions;

/// <summary>The back office withdraws on a person's behalf.</summary>
internal sealed class RevokeSubscriptions(Withdrawals withdrawals) : IHandle<RevokeRequest, RevokeAnswer>
{
    public Task<Answer<RevokeAnswer>> HandleAsync(RevokeRequest request, Call call, CancellationToken cancellationToken) =>
        request.By is RevokedBy.PersonByContact or RevokedBy.Enterprise
            ? withdrawals.WithdrawAsync(request.Aids, request.By, call.IdempotencyKey!, cancellationToken)
            : Task.FromResult<Answer<RevokeAnswer>>(new Problem(ProblemCodes.SchemaInvalid, new FieldError("/by", "NOT_OFFERED")));
}
