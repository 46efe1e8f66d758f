using Ascs.Contracts;

namespace Ascs.TrustedParty.Events;

/// <summary>Events to enterprises, in order and without gaps.</summary>
internal interface IEventOutbox
{
    /// <summary>
    /// Appends events durably. The same key again appends nothing.
    /// </summary>
    /// <param name="enterprise">Whose.</param>
    /// <param name="key">Idempotency key of the batch, 1 to 64 characters of [0-9A-Za-z_-].</param>
    /// <param name="events">1 to 500: type, AID, UTC time, data (a record of <see cref="EventTypes"/> as JSON).</param>
    /// <param name="cancellationToken">Stops waiting; the append may still happen.</param>
    Task AppendAsync(EnterpriseId enterprise, string key, IReadOnlyList<PendingEvent> events, CancellationToken cancellationToken);
}
