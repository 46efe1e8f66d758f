using System.Security.Cryptography;

namespace Ascs.Gm;

/// <summary>HKDF (RFC 5869) with HMAC-SM3: keys for one purpose each out of one strong secret.</summary>
public static class HkdfSm3
{
    /// <summary>Extracts and expands.</summary>
    /// <param name="secret">The input keying material.</param>
    /// <param name="salt">May be empty.</param>
    /// <param name="info">What the key is for.</param>
    /// <param name="length">Bytes wanted, up to 255 hashes.</param>
    public static byte[] DeriveKey(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> info, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 255 * Sm3.HashLength);
        // RFC 5869 2.2: without a salt, a string of HashLen zeros.
        var extracted = HmacSm3.Compute(salt.IsEmpty ? new byte[Sm3.HashLength] : salt, secret);
        var (key, block) = (new byte[length], Array.Empty<byte>());
        for (var done = 0; done < length; done += Sm3.HashLength)
        {
            // RFC 5869 2.3: T(i) = HMAC(PRK, T(i-1) | info | i)
            block = HmacSm3.Compute(extracted, [.. block, .. info, (byte)((done / Sm3.HashLength) + 1)]);
            block.AsSpan(0, Math.Min(Sm3.HashLength, length - done)).CopyTo(key.AsSpan(done));
        }

        CryptographicOperations.ZeroMemory(extracted);
        return key;
    }
}
