namespace Ascs.Trust.Keys;

/// <summary>Port to a key-encryption key: it wraps the keys of a ring so that the key store alone is worth nothing.
/// Adapters: <see cref="LocalKeyWrapper"/> (a file), Key Vault in the Azure host. <c>KeyWrapperConformance</c> in the tests says what each must keep.</summary>
/// <remarks>
/// Promises. What <see cref="WrapAsync"/> returns opens for as long as its version exists, after any number of rotations. A changed byte or an unknown
/// version is a <see cref="KeyUnwrapException"/>, never other bytes. Thread-safe.
/// Whoever holds the key-encryption key and a copy of the key store has every key of that platform.
/// </remarks>
public interface IKeyWrapper
{
    /// <summary>Wraps a small byte string under the newest version.</summary>
    /// <param name="key">1 to <see cref="WrappedKey.MaxPlainLength"/> bytes; not kept.</param>
    /// <param name="ct">Cancels the call.</param>
    /// <exception cref="ArgumentException">Another length.</exception>
    Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken ct);

    /// <summary>Opens what any version wrapped.</summary>
    /// <returns>The bytes; the caller zeroes them.</returns>
    /// <exception cref="KeyUnwrapException">The version is unknown here, or the bytes were changed.</exception>
    Task<byte[]> UnwrapAsync(WrappedKey wrapped, CancellationToken ct);
}
