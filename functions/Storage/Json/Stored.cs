namespace Ascs.Storage;

/// <summary>A document read as a value.</summary>
/// <param name="Key">Where it is.</param>
/// <param name="Value">What it says, in the newest shape.</param>
/// <param name="ETag">For a <see cref="Write.Replace"/>.</param>
public sealed record Stored<T>(DocumentKey Key, T Value, string ETag);
