namespace Ascs.Trust.Keys;

/// <summary>A key as it lies in the key store.</summary>
/// <param name="VersionId">Which version of the key-encryption key opens it, 1 to 200 characters; its owner's own spelling.</param>
/// <param name="Bytes">Ciphertext, opaque to everyone else.</param>
public sealed record WrappedKey(string VersionId, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Longest byte string that any wrapper must take: fits RSA-OAEP-256 under 2048 bits with room to spare.</summary>
    public const int MaxPlainLength = 128;
}
