namespace Ascs.Contracts;

/// <summary>Events in sequence.</summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="Events">Up to 500, contiguous; empty when there are none.</param>
/// <param name="Next">Cursor of the next page: the sequence after the last; the one asked for when empty.</param>
/// <param name="From">
/// The sequence asked for, when nothing from there up to the first event is kept any more; else absent. Who holds everything before it has missed nothing that it
/// could still get.
/// </param>
public sealed record EventBatch(
    [Version(1)] int V, EnterpriseId EnterpriseId, [Items(0, 500)] IReadOnlyList<CloudEvent> Events, [Range(1, RangeAttribute.Largest)] long Next,
    [Range(1, RangeAttribute.Largest)] long? From = null);
