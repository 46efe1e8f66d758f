using System.Security.Cryptography;

namespace Ascs.Trust.Sessions;

/// <summary>The two keys that only the two ends of a login know: P-256 key agreement, then HKDF-SHA256 salted by the whole conversation.</summary>
/// <param name="Mac">Signs the session's messages, 32 bytes.</param>
/// <param name="Fields">Seals the tokens of the session's own endpoints, 32 bytes.</param>
internal sealed record SessionAgreement(byte[] Mac, byte[] Fields)
{
    /// <summary>Length of an uncompressed point.</summary>
    public const int PointLength = 65;

    /// <summary>The keys of a shared secret and the answer's transcript T2.</summary>
    public static SessionAgreement Derive(byte[] shared, byte[] transcript)
    {
        var salt = SHA256.HashData(transcript);
        return new SessionAgreement(Key("ascs-session-mac-v1"u8), Key("ascs-session-fields-v1"u8));

        byte[] Key(ReadOnlySpan<byte> info) => HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, salt, info.ToArray());
    }

    /// <summary>The x-coordinate that both get, 32 bytes; null when the other's point is none.</summary>
    public static byte[]? Share(ECDiffieHellman own, byte[] point)
    {
        if (point is not [0x04, ..] || point.Length != PointLength) return null;
        try
        {
            using var other = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
            return own.DeriveRawSecretAgreement(other.PublicKey);
        }
        catch (CryptographicException)
        {
            return null; // not on the curve
        }
    }

    /// <summary>The public half as it travels: 0x04 ‖ x ‖ y.</summary>
    public static byte[] PointOf(ECDiffieHellman key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0x04, .. point.X!, .. point.Y!];
    }
}
