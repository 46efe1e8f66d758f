namespace Ascs.Hosts.Handset.Phones;

/// <summary>One phone with one of its conversations open.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Number">Masked.</param>
/// <param name="Threads">Its conversations, the liveliest first.</param>
/// <param name="Open">The one shown; null when there is none.</param>
/// <param name="Bubbles">What it shows, oldest first.</param>
/// <param name="Before">Where older ones begin; null when there are none.</param>
/// <param name="Draft">A reply that could not be sent.</param>
/// <param name="Fault">Why; null when nothing is wrong.</param>
public sealed record PhoneView(
    string Id, string Number, IReadOnlyList<ThreadLine> Threads, ThreadLine? Open, IReadOnlyList<Bubble> Bubbles, long? Before, string Draft, string? Fault);
