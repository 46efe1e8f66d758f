using System.Security.Cryptography;

namespace Ascs.Evidence.Tree;

/// <summary>The tree hash of RFC 6962 and RFC 9162: SHA-256. What every checkpoint of format 1 is over.</summary>
public sealed class Sha256TreeHash : ITreeHash
{
    private const int StackLimit = 512;

    private Sha256TreeHash()
    {
    }

    /// <summary>The one instance.</summary>
    public static Sha256TreeHash Instance { get; } = new();

    /// <inheritdoc/>
    public Hash256 Empty { get; } = new(SHA256.HashData([])); // RFC 9162 2.1.1: MTH({}) = HASH()

    /// <inheritdoc/>
    public Hash256 Leaf(ReadOnlySpan<byte> data)
    {
        var input = data.Length < StackLimit ? stackalloc byte[data.Length + 1] : new byte[data.Length + 1];
        input[0] = 0x00; // RFC 9162 2.1.1: MTH({d[0]}) = HASH(0x00 || d[0])
        data.CopyTo(input[1..]);
        return Hash(input);
    }

    /// <inheritdoc/>
    public Hash256 Node(in Hash256 left, in Hash256 right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Hash256.Length)];
        input[0] = 0x01; // RFC 9162 2.1.1: MTH(D_n) = HASH(0x01 || MTH(D[0:k]) || MTH(D[k:n]))
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Hash256.Length)..]);
        return Hash(input);
    }

    private static Hash256 Hash(ReadOnlySpan<byte> input)
    {
        Span<byte> output = stackalloc byte[Hash256.Length];
        SHA256.HashData(input, output);
        return new Hash256(output);
    }
}
