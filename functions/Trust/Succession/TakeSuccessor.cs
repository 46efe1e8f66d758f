using Ascs.Contracts;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Succession;

/// <summary>Answers <c>session/certificate</c>: a peer's next certificate is pinned beside the one in force.</summary>
public sealed class TakeSuccessor(SuccessorBook book, IAuditTrail audit) : IHandle<SuccessorRequest, SuccessorAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<SuccessorAnswer>> HandleAsync(SuccessorRequest request, Call call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(call);
        var fault = await book.OfferAsync(call.Caller, request, cancellationToken);
        var result = fault is null ? AuditEntry.Ok : ProblemCodes.CertificateRefused.Code;
        await audit.RecordDurablyAsync(
            new AuditEntry(AuditEvent.CertificateRenewed, call.Caller.PlatId.ToString(), call.Operation, result, call.TraceId, UnixTime.From(call.ReceivedAt)), cancellationToken);
        return fault is null ? new SuccessorAnswer(1) : ProblemCodes.CertificateRefused;
    }
}
