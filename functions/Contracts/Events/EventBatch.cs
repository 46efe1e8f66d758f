namespace Ascs.Contracts;

/// <summary>Events in sequence.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="Events">Up to 500, contiguous; empty when there are none.</param>
/// <param name="Next">Cursor of the next page: the sequence after the last; the one asked for when empty.</param>
public sealed record EventBatch(int V, EnterpriseId EnterpriseId, IReadOnlyList<CloudEvent> Events, long Next);
