using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Utilities;

namespace Ascs.Gm;

/// <summary>An SM2 private key on the recommended curve of GM/T 0003.5: signs (GM/T 0003.2) and decrypts (GM/T 0003.4). Use one key for one of the two.</summary>
/// <remarks>
/// Thread-safe. <see cref="Dispose"/> wipes the 32 bytes kept here and lets go of the library's number, which cannot be wiped and lives until it is
/// collected. Whoever reads this process's memory has the key.
/// </remarks>
public sealed class Sm2PrivateKey : IDisposable
{
    /// <summary>Length of an exported key in bytes.</summary>
    public const int Length = Sm2Curve.FieldLength;

    // Pinned, so that the collector leaves no copies behind when it moves objects.
    private readonly byte[] bytes = GC.AllocateArray<byte>(Length, pinned: true);
    // Both null after Dispose.
    private BigInteger? d;
    private BigInteger? inverseOfOnePlusD;

    private Sm2PrivateKey(BigInteger d)
    {
        BigIntegers.AsUnsignedByteArray(d, bytes.AsSpan());
        this.d = d;
        inverseOfOnePlusD = Sm2Signature.InverseOfOnePlus(d);
        PublicKey = new Sm2PublicKey(Sm2Curve.TimesG(d));
    }

    /// <summary>The signer id that everyone uses who agreed on no other (GM/T 0009 clause 10).</summary>
    internal static ReadOnlySpan<byte> SignerId => "1234567812345678"u8;

    /// <summary>The key's public half; stays usable after this key is disposed.</summary>
    public Sm2PublicKey PublicKey { get; }

    /// <summary>A new key from the operating system's generator.</summary>
    public static Sm2PrivateKey Generate()
    {
        while (true)
        {
            var d = Sm2Curve.RandomScalar(Sm2Curve.Random);
            if (IsPrivateKey(d)) return new Sm2PrivateKey(d);
        }
    }

    /// <summary>The key of an <see cref="Export"/>.</summary>
    /// <param name="d">32 bytes, big-endian, between 1 and n-2 (GM/T 0003.1 6.1).</param>
    /// <exception cref="ArgumentException">Another length, or a number out of that range.</exception>
    public static Sm2PrivateKey Import(ReadOnlySpan<byte> d)
    {
        Lengths.Require(d.Length, Length, nameof(d));
        var number = new BigInteger(1, d);
        if (!IsPrivateKey(number)) throw new ArgumentException("not an SM2 private key: out of range", nameof(d));
        return new Sm2PrivateKey(number);
    }

    /// <summary>The key's number, 32 bytes big-endian, in a fresh array the caller has to wipe.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public byte[] Export()
    {
        var copy = bytes.AsSpan().ToArray();
        ObjectDisposedException.ThrowIf(d is null, this);
        return copy;
    }

    /// <summary>Signs <paramref name="data"/> under the signer id "1234567812345678": r || s, 64 bytes, different each time.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public byte[] Sign(ReadOnlySpan<byte> data) => Sign(data, Sm2Curve.Random);

    /// <summary>Opens what was encrypted to <see cref="PublicKey"/>.</summary>
    /// <param name="c1c3c2">C1 || C3 || C2 with C1 uncompressed.</param>
    /// <param name="plaintext">The message, when true.</param>
    /// <returns>False for anything not encrypted to this key or changed since, whatever its length.</returns>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public bool TryDecrypt(ReadOnlySpan<byte> c1c3c2, [NotNullWhen(true)] out byte[]? plaintext)
    {
        var number = d;
        ObjectDisposedException.ThrowIf(number is null, this);
        plaintext = Sm2Cipher.Decrypt(number, c1c3c2);
        return plaintext is not null;
    }

    /// <summary>Wipes the key. Calling it again does nothing.</summary>
    public void Dispose()
    {
        d = null;
        inverseOfOnePlusD = null;
        CryptographicOperations.ZeroMemory(bytes);
    }

    // The seam for the standard's example, whose k is printed.
    internal byte[] Sign(ReadOnlySpan<byte> data, SecureRandom random)
    {
        var number = d;
        var inverse = inverseOfOnePlusD;
        ObjectDisposedException.ThrowIf(number is null || inverse is null, this);
        return Sm2Signature.Sign(number, inverse, PublicKey.Z, data, random);
    }

    // GM/T 0003.1 6.1: d in [1, n-2]; with n-1 the inverse of 1 + d would not exist.
    private static bool IsPrivateKey(BigInteger d) => d.SignValue > 0 && d.CompareTo(Sm2Curve.N.Subtract(BigInteger.One)) < 0;
}
