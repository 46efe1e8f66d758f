using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>
/// What the commands of <see cref="SendWorkflow"/> do in the world. Each may be done again, after a crash or a failure, and then repeats nothing. They throw when
/// they can't be done now; the engine tries again.
/// </summary>
internal interface ISendEffects
{
    /// <summary><see cref="SendCommand.Verify"/>.</summary>
    Task<SendEvent> VerifyAsync(SendJob job, CancellationToken ct);

    /// <summary><see cref="SendCommand.SubmitOrders"/>.</summary>
    Task<SendEvent> SubmitAsync(SendJob job, OperatorId home, CancellationToken ct);

    /// <summary><see cref="SendCommand.Attest"/>.</summary>
    Task<SendEvent> AttestAsync(SendJob job, CancellationToken ct);
}
