namespace Ascs.Client;

/// <summary>What the enterprise's own system does about an event.</summary>
public interface IAscsEventHandler
{
    /// <summary>
    /// Called in sequence, one at a time. What it throws is told to the sender as a failure, and the event comes again; an event also comes again when the process ends before it is
    /// noted as handled, so handle it by its <see cref="AscsEvent.Id"/>.
    /// </summary>
    Task HandleAsync(AscsEvent e, CancellationToken ct);
}
