using System.Security.Cryptography;
using System.Text;
using Ascs.Gm;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Keys;

/// <summary>Makes keys, finds their public halves, and binds a key to its name before it is wrapped.</summary>
internal static class KeyMaterial
{
    private const int BindingLength = 16;

    public static int LengthOf(KeyAlgorithm algorithm) => algorithm == KeyAlgorithm.Sm4 ? Sm4Gcm.KeyLength : 32;

    public static byte[] Make(KeyAlgorithm algorithm)
    {
        if (algorithm == KeyAlgorithm.AuthToken) throw new InvalidOperationException("An AuthToken is minted for a platform, not made of random bytes alone.");
        if (algorithm != KeyAlgorithm.Sm2) return RandomNumberGenerator.GetBytes(LengthOf(algorithm));
        using var key = Sm2PrivateKey.Generate();
        return key.Export();
    }

    public static byte[]? PublicKeyOf(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        if (algorithm == KeyAlgorithm.Ed25519) return Ed25519.PublicKey(key);
        if (algorithm != KeyAlgorithm.Sm2) return null;
        using var pair = Sm2PrivateKey.Import(key);
        return pair.PublicKey.Export();
    }

    /// <summary>What is wrapped: 16 bytes that name the key, then the key. Who can write the store can't pass one key off as another.</summary>
    public static byte[] Bind(string name, int version, KeyAlgorithm algorithm, ReadOnlySpan<byte> key) => [.. Binding(name, version, algorithm), .. key];

    /// <summary>The key, or null when it was wrapped as another one.</summary>
    public static byte[]? Unbind(string name, int version, KeyAlgorithm algorithm, ReadOnlySpan<byte> bound) =>
        bound.Length == BindingLength + LengthOf(algorithm) && CryptographicOperations.FixedTimeEquals(bound[..BindingLength], Binding(name, version, algorithm))
            ? bound[BindingLength..].ToArray() : null;

    private static byte[] Binding(string name, int version, KeyAlgorithm algorithm) => Sm3.Hash(LengthPrefixed.Join(
        "ascs-key-v1"u8.ToArray(), Encoding.ASCII.GetBytes(name), BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(version)), Encoding.ASCII.GetBytes(algorithm.ToString())))[..BindingLength];
}
