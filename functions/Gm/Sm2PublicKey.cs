using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using Org.BouncyCastle.Security;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace Ascs.Gm;

/// <summary>An SM2 public key on the recommended curve of GM/T 0003.5: verifies signatures and encrypts to its owner. Always a valid point.</summary>
/// <remarks>Thread-safe and immutable. Equal when the points are equal.</remarks>
public sealed class Sm2PublicKey : IEquatable<Sm2PublicKey>
{
    /// <summary>Length of an exported key: 0x04 || x || y.</summary>
    public const int Length = Sm2Curve.PointLength;

    /// <summary>Length of a signature: r || s.</summary>
    public const int SignatureLength = Sm2Signature.Length;

    // One point object for the key's life: the library hangs precomputed multiples on it.
    private readonly ECPoint point;
    private readonly byte[] encoded;
    private readonly byte[] z;

    internal Sm2PublicKey(ECPoint point)
    {
        this.point = point;
        encoded = point.GetEncoded(false);
        z = Sm2Signature.Z(Sm2PrivateKey.SignerId, point);
        Fingerprint = Base64Url.EncodeToString(Sm3.Hash(encoded));
    }

    /// <summary>Base64url (43 characters, no padding) of the SM3 digest of <see cref="Export"/>: what people and pairings compare.</summary>
    public string Fingerprint { get; }

    internal ReadOnlySpan<byte> Z => z;

    /// <summary>Reads a key from the wire.</summary>
    /// <param name="uncompressed">0x04 || x || y, 65 bytes.</param>
    /// <param name="key">The key, when the bytes are a point of the curve.</param>
    /// <returns>False for another length, another form, or a point off the curve.</returns>
    public static bool TryImport(ReadOnlySpan<byte> uncompressed, [NotNullWhen(true)] out Sm2PublicKey? key)
    {
        var point = Sm2Curve.Decode(uncompressed);
        key = point is null ? null : new Sm2PublicKey(point);
        return key is not null;
    }

    /// <summary>The key as 0x04 || x || y, 65 bytes; a fresh array.</summary>
    public byte[] Export() => encoded.AsSpan().ToArray();

    /// <summary>Whether <paramref name="signature"/> (r || s) is this key's over <paramref name="data"/>, with the signer id "1234567812345678" (GM/T 0009 clause 10).</summary>
    /// <returns>False for a wrong signature and for one of another length than 64 bytes.</returns>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => Sm2Signature.Verify(point, z, data, signature);

    /// <summary>Encrypts to the owner of this key: C1 || C3 || C2, 97 bytes longer than <paramref name="plaintext"/> (GM/T 0003.4). Says nothing about who encrypted.</summary>
    /// <exception cref="ArgumentException"><paramref name="plaintext"/> is empty.</exception>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext) => Encrypt(plaintext, Sm2Curve.Random);

    /// <inheritdoc/>
    public bool Equals(Sm2PublicKey? other) => other is not null && encoded.AsSpan().SequenceEqual(other.encoded);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Sm2PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Fingerprint.GetHashCode(StringComparison.Ordinal);

    /// <summary>The fingerprint.</summary>
    public override string ToString() => Fingerprint;

    // The seam for the standard's example.
    internal byte[] Encrypt(ReadOnlySpan<byte> plaintext, SecureRandom random) => Sm2Cipher.Encrypt(point, plaintext, random);
}
