using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>Runs dispatches. Behind it is an engine of the host: the embedded one here, durable orchestrations on Azure.</summary>
internal interface IWorkflowRunner
{
    /// <summary>False when so much is at work that nothing new should be taken on.</summary>
    bool HasRoom { get; }

    /// <summary>
    /// Takes a dispatch on. Once this returns it is durable and will be carried out whatever happens. The same dispatch again is not taken on twice.
    /// </summary>
    /// <param name="job">State and content, and records that are in memory.</param>
    /// <param name="ct">Stops waiting; the dispatch may still have been taken on.</param>
    /// <returns>The state it has: the given one, or the one it had already.</returns>
    Task<SendState> StartAsync(SendJob job, CancellationToken ct);

    /// <summary>Makes sure that a dispatch that is stored is carried out.</summary>
    Task ResumeAsync(SendState stored, CancellationToken ct);

    /// <summary>Tells a dispatch what happened. Once this returns it is durable, or changed nothing. False when there is no such dispatch.</summary>
    Task<bool> TellAsync(DispatchId dispatch, SendEvent e, CancellationToken ct);
}
