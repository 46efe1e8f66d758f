namespace Ascs.Contracts;

/// <summary>Events in sequence, for the enterprise's own back office.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="Events">Up to 500, contiguous; empty when there are none.</param>
/// <param name="Next">Cursor of the next page: the sequence after the last; the one asked for when empty.</param>
/// <param name="Replies">Event id → the reply's text, of those events that are replies and open.</param>
public sealed record ListedEvents(
    int V, EnterpriseId EnterpriseId, IReadOnlyList<CloudEvent> Events, long Next, IReadOnlyDictionary<string, SensitiveText> Replies);
