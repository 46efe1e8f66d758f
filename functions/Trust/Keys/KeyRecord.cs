using Ascs.Contracts;

namespace Ascs.Trust.Keys;

/// <summary>What is known about one version of a key, without the key. Outlives the key itself.</summary>
/// <param name="Name">One of <see cref="KeyNames"/>.</param>
/// <param name="Version">From 1.</param>
/// <param name="Algorithm">What it is for.</param>
/// <param name="CreatedAt">When it was made or imported.</param>
/// <param name="PublicKey">SM2: 0x04 || x || y, 65 bytes. Ed25519: 32 bytes. Else null.</param>
/// <param name="DestroyedAt">When it was destroyed; null while it lives.</param>
public sealed record KeyRecord(string Name, int Version, KeyAlgorithm Algorithm, UnixTime CreatedAt, ReadOnlyMemory<byte>? PublicKey, UnixTime? DestroyedAt)
{
    /// <summary>As it travels: <c>author-v1</c>.</summary>
    public string KeyId => $"{Name}-v{Version}";
}
