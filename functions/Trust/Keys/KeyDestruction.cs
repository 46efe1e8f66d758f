using Ascs.Contracts;

namespace Ascs.Trust.Keys;

/// <summary>Record of a destroyed key, for the log: the caller appends it after the bytes are gone from the store, never before.</summary>
/// <param name="KeyId">Which key.</param>
/// <param name="Algorithm">What it was for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="DestroyedAt">When it was destroyed; the first time, if asked again.</param>
public sealed record KeyDestruction(string KeyId, KeyAlgorithm Algorithm, UnixTime CreatedAt, UnixTime DestroyedAt);
