using System.Text;
using Ascs.Gm;

namespace Ascs.Evidence.Leaves;

/// <summary>
/// The secret that salts the leaves of one authorisation: the authorisation key. Keep one instance per authorisation while building many leaves.
/// Destroy the key and no commitment under it can be opened or guessed at any more; that is how evidence is deleted.
/// An attacker who has it can confirm guesses about this one authorisation's leaves. Thread-safe until disposed.
/// </summary>
public sealed class LeafKey : IDisposable
{
    /// <summary>Shortest key in bytes: 128 bits.</summary>
    public const int MinLength = 16;

    private readonly HmacSm3Key _key;

    /// <summary>Makes the key ready; the bytes may be wiped afterwards.</summary>
    /// <param name="authorisationKey">16 bytes or more, secret and random.</param>
    /// <exception cref="ArgumentException">Shorter than 16 bytes.</exception>
    public LeafKey(ReadOnlySpan<byte> authorisationKey)
    {
        if (authorisationKey.Length < MinLength)
            throw new ArgumentException($"A leaf key has at least {MinLength} bytes.", nameof(authorisationKey));
        _key = new HmacSm3Key(authorisationKey);
    }

    /// <summary>A leaf id that only the holder of the key can compute, the same for the same name: HMAC-SM3(key, "ascs leaf id 1" || 0x00 || name)[:16].</summary>
    /// <param name="name">Unique under this key, for instance "outcome/" + dispatch id + "/" + AID.</param>
    public LeafId DeriveId(string name) => new(_key.Compute([.. "ascs leaf id 1\0"u8, .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, LeafId.Length));

    /// <summary>The salts of one leaf.</summary>
    /// <param name="id">The leaf's id. Two leaves with one id under one key would share salts: ids are unique in a log.</param>
    public LeafSalt SaltOf(LeafId id)
    {
        // WIRE.md 3.3: leaf salt = HMAC-SM3(authorisation key, "ascs leaf salt 1" || 0x00 || leaf id)
        Span<byte> input = stackalloc byte[LeafSalt.Prefix.Length + LeafId.Length];
        LeafSalt.Prefix.CopyTo(input);
        id.CopyTo(input[LeafSalt.Prefix.Length..]);
        return new LeafSalt(_key.Compute(input));
    }

    /// <summary>Wipes what was made of the key.</summary>
    public void Dispose() => _key.Dispose();
}
