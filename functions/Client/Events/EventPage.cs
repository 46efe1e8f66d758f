namespace Ascs.Client;

/// <summary>Events in sequence.</summary>
/// <param name="Events">Contiguous; empty when there are none.</param>
/// <param name="Next">Where to go on.</param>
/// <param name="Missed">True when what was asked for first is kept no more.</param>
public sealed record EventPage(IReadOnlyList<AscsEvent> Events, long Next, bool Missed);
