namespace Ascs.Storage;

/// <summary>A <see cref="DocumentPage"/> read as values.</summary>
/// <param name="Items">In ordinal order of ids.</param>
/// <param name="NextFromId">Where to go on, or null at the end of the range.</param>
public sealed record StoredPage<T>(IReadOnlyList<Stored<T>> Items, string? NextFromId);
