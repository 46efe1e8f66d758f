namespace Ascs.Hosts.Handset.Phones;

/// <summary>The list of phones.</summary>
/// <param name="All">Every phone there is, instead of those heard of lately.</param>
/// <param name="Lines">This page of it.</param>
/// <param name="Before">Where the next page begins; null on the last.</param>
/// <param name="Total">How many phones there are.</param>
/// <param name="Fault">What was wrong with the number typed; null when nothing.</param>
public sealed record PhonesView(bool All, IReadOnlyList<PhoneLine> Lines, long? Before, long Total, string? Fault);
