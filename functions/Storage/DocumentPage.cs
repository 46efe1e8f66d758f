namespace Ascs.Storage;

/// <summary>A part of a range, in ordinal order of ids.</summary>
/// <param name="Items">At most as many as asked for. A page also ends after <see cref="StoreLimits.MaxPageBytes"/> of bodies, so it may be short.</param>
/// <param name="NextFromId">Where to go on, or null at the end of the range. Only this says whether there is more.</param>
public sealed record DocumentPage(IReadOnlyList<Document> Items, string? NextFromId);
