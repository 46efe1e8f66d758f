using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Audit;
using Ascs.Trust.Hosting;
using Ascs.Trust.Journal;
using Microsoft.Extensions.Logging;

namespace Ascs.Trust.Gate;

/// <summary>
/// What every call of another platform passes. The first check that fails gives the answer, and nothing of the call is stored but its nonce.
/// Behind the checks the handler runs, its answer is kept under the idempotency key, then signed.
/// </summary>
public sealed class PlatformGate
{
    private readonly GateParts parts;
    private readonly AnswerWriter writer;
    private readonly AuditedCalls calls;
    private readonly ILogger logger;

    internal PlatformGate(GateParts parts, AnswerWriter writer, AuditedCalls calls, ILogger<PlatformGate> logger) =>
        (this.parts, this.writer, this.calls, this.logger) = (parts, writer, calls, logger);

    /// <summary>The contents page: each check once, in the order in which a call meets them.</summary>
    public static IReadOnlyList<Check> Checks { get; } =
    [
        // What it may cost.
        new CheckSize(),
        new CheckHeaders(),
        new CheckMethod(),
        new CheckContentType(),

        // Who it is.
        new CheckCertificate(),
        new CheckPlatform(),
        new CheckPlatformLimit(),
        new CheckTimestamp(),
        new CheckDigest(),
        new CheckSession(),
        new CheckSignature(),
        new CheckReplay(),
        new CheckAccessToken(),

        // What it may do.
        new CheckPermission(),
        new CheckText(),
        new CheckSchema(),
        new CheckEnterprise(),
        new CheckEnterpriseLimit(),
        new CheckAuthor(),
        new CheckIdempotency(),
    ];

    /// <summary>Checks the call, runs its handler once, and signs the answer. Never throws but for cancellation: a bug is the problem INTERNAL.</summary>
    /// <param name="bound">What is called.</param>
    /// <param name="call">The call as it arrived.</param>
    /// <param name="services">Where the handler comes from; a scope of this call.</param>
    /// <param name="cancellationToken">The host stops. A caller that hangs up doesn't stop an act.</param>
    public async Task<OutboundAnswer> AnswerAsync(BoundEndpoint bound, InboundCall call, IServiceProvider services, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bound);
        ArgumentNullException.ThrowIfNull(call);
        using var span = Telemetry.Start("gate", bound.Endpoint.Name);
        var passage = new Passage(bound, call);
        var result = "STOPPED"; // the host stops: nobody is answered
        try
        {
            var answer = await TryAsync(passage, services, cancellationToken);
            result = answer.Result;
            span?.SetTag("ascs.status", answer.Status);
            return await WriteAsync(passage, answer, cancellationToken);
        }
        finally
        {
            calls.Call(WhoOf(passage), passage.Endpoint.Name, result, call.TraceId); // CHEAA-4.1.6 a, ISC-7.6: accepted or not
        }
    }

    // Refused before CheckSession, the answer is still signed: the caller must know whom it comes from.
    private async Task<OutboundAnswer> WriteAsync(Passage passage, PlainAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            return writer.Write(passage, answer, passage.Caller is null ? null : await parts.FindSecretAsync(passage, cancellationToken));
        }
        catch (StoreUnavailableException)
        {
            return writer.Write(passage, answer, secret: null);
        }
    }

    private async Task<PlainAnswer> TryAsync(Passage passage, IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            if (await CheckAsync(passage, cancellationToken) is { } problem) return Refuse(passage, problem);
            return passage.Stored is { } stored ? PlainAnswer.Again(stored) : await RunAsync(passage, services, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.Fault(fault, $"{passage.Endpoint.Name} failed", passage.Call.TraceId);
            return PlainAnswer.Of(fault is StoreUnavailableException ? ProblemCodes.Unavailable : ProblemCodes.Internal, passage.Call.TraceId);
        }
    }

    private async ValueTask<Problem?> CheckAsync(Passage passage, CancellationToken cancellationToken)
    {
        foreach (var check in Checks)
        {
            if (await check.RunAsync(passage, parts, cancellationToken) is { } problem) return problem;
        }

        return null;
    }

    private async Task<PlainAnswer> RunAsync(Passage passage, IServiceProvider services, CancellationToken cancellationToken)
    {
        var answer = default(PlainAnswer);
        try
        {
            using var span = Telemetry.Start("handle", passage.Endpoint.Name);
            answer = await passage.Bound.RunAsync(passage.Request!, passage.ToCall(), passage.Session?.Wire, services, cancellationToken);
            return answer;
        }
        finally
        {
            // What may succeed later is not kept: the same key tries again. After a fault the claim is given up for the same reason.
            if (passage.Claim is { } claim) await parts.Idempotency.EndAsync(claim, answer is { MayChange: false } ? answer.ToStored() : null);
        }
    }

    private PlainAnswer Refuse(Passage passage, Problem problem)
    {
        logger.Note($"{passage.Endpoint.Name} from {WhoOf(passage)} refused: {problem.Code.Code}");
        return PlainAnswer.Of(problem, passage.Call.TraceId);
    }

    // The id claimed is named only once the certificate has proved it.
    private static string WhoOf(Passage passage) => passage.Caller?.PlatId.ToString() ?? AuditEntry.Unproved;
}
