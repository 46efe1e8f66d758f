using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Sessions;

/// <summary>
/// Seals texts under one 256-bit key: encrypt, then MAC over algorithm, key id, iv and ciphertext. A random iv each time, so two equal texts differ on the wire.
/// </summary>
internal abstract class FieldCipher
{
    private const int IvLength = 16, MacLength = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private protected FieldCipher(string keyId) => KeyId = keyId;

    /// <summary><c>data-…</c>, or <c>session-…</c> for the session's own key.</summary>
    public string KeyId { get; }

    /// <summary>The algorithms it opens; it seals with the first.</summary>
    public abstract IReadOnlyList<string> Algorithms { get; }

    /// <summary>The cipher of a suite for a key.</summary>
    /// <param name="suite">One of <see cref="SessionSuite"/>.</param>
    /// <param name="keyId">The key's name.</param>
    /// <param name="key">32 bytes; only what is derived from it is kept.</param>
    public static FieldCipher Of(string suite, string keyId, ReadOnlySpan<byte> key) => suite switch
    {
        SessionSuite.Gm => new GmFieldCipher(keyId, key),
        SessionSuite.Cheaa => new CheaaFieldCipher(keyId, key),
        _ => throw new ArgumentException("There is no such suite.", nameof(suite)),
    };

    /// <summary>Seals.</summary>
    public SealedText Seal(string text) => Seal(Algorithms[0], text, RandomNumberGenerator.GetBytes(IvLength));

    /// <summary>Opens; null when it is of another key or algorithm, or anything was changed.</summary>
    public string? Open(SealedText text)
    {
        if (text.KeyId != KeyId || !Algorithms.Contains(text.Algorithm) || text.ToContent() is not { Length: >= IvLength + MacLength } content) return null;
        var (iv, ciphertext, mac) = (content[..IvLength], content[IvLength..^MacLength], content[^MacLength..]);
        if (!CryptographicOperations.FixedTimeEquals(mac, Mac(MacInput(text.Algorithm, iv, ciphertext)))) return null;
        try
        {
            return Utf8.GetString(Decrypt(text.Algorithm, iv, ciphertext));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Seals under a given iv: for vectors.</summary>
    internal SealedText Seal(string algorithm, string text, byte[] iv)
    {
        var ciphertext = Encrypt(algorithm, iv, Utf8.GetBytes(text));
        return SealedText.From(algorithm, KeyId, [.. iv, .. ciphertext, .. Mac(MacInput(algorithm, iv, ciphertext))]);
    }

    private protected abstract byte[] Encrypt(string algorithm, byte[] iv, byte[] text);

    private protected abstract byte[] Decrypt(string algorithm, byte[] iv, byte[] ciphertext);

    private protected abstract byte[] Mac(byte[] input);

    private byte[] MacInput(string algorithm, byte[] iv, byte[] ciphertext) =>
        LengthPrefixed.Join(Encoding.ASCII.GetBytes(algorithm), Encoding.ASCII.GetBytes(KeyId), iv, ciphertext);
}
