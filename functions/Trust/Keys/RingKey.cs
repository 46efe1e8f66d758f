using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Ascs.Gm;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Keys;

/// <summary>One version of a key, unwrapped and in memory until it is destroyed or the ring closes. Thread-safe.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The ring wipes its keys; nobody who was handed one may.")]
public sealed class RingKey
{
    // Owned by this instance; all of them wiped by Wipe, which only the ring calls.
    private readonly byte[] _bytes;
    private readonly Sm2PrivateKey? _sm2;
    private readonly HmacSm3Key? _hmac;
    private readonly PairSecret? _pair;
    private volatile bool _isWiped;

    internal RingKey(KeyRecord record, ReadOnlySpan<byte> key)
    {
        Record = record;
        _bytes = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true); // so that the collector leaves no copies behind
        key.CopyTo(_bytes);
        if (record.Algorithm == KeyAlgorithm.Sm2) _sm2 = Sm2PrivateKey.Import(key);
        if (record.Algorithm == KeyAlgorithm.HmacSm3) _hmac = new HmacSm3Key(key);
        if (record.Algorithm == KeyAlgorithm.PairSecret) _pair = new PairSecret($"pair-v{record.Version}", key);
    }

    /// <summary>Name, version and public half.</summary>
    public KeyRecord Record { get; }

    /// <summary>As it travels: <c>author-v1</c>.</summary>
    public string KeyId => Record.KeyId;

    /// <summary>The SM2 key. The ring disposes it.</summary>
    /// <exception cref="InvalidOperationException">This is another kind of key.</exception>
    public Sm2PrivateKey Sm2 => _sm2 ?? throw Wrong(KeyAlgorithm.Sm2);

    /// <summary>The HMAC-SM3 key. The ring disposes it.</summary>
    /// <exception cref="InvalidOperationException">This is another kind of key.</exception>
    public HmacSm3Key HmacSm3 => _hmac ?? throw Wrong(KeyAlgorithm.HmacSm3);

    /// <summary>The secret that signs messages, under the key id <c>pair-v…</c>. The ring disposes it.</summary>
    /// <exception cref="InvalidOperationException">This is another kind of key.</exception>
    public PairSecret PairSecret => _pair ?? throw Wrong(KeyAlgorithm.PairSecret);

    /// <summary>The bytes of an SM4 or Ed25519 key, for the algorithms of <c>Ascs.Gm</c> that take bytes, or of an AuthToken. Not to be copied.</summary>
    /// <exception cref="ObjectDisposedException">The key was destroyed, or the ring is closed.</exception>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isWiped, this);
            return _bytes;
        }
    }

    /// <summary>The key id only.</summary>
    public override string ToString() => KeyId;

    internal void Wipe()
    {
        _isWiped = true;
        CryptographicOperations.ZeroMemory(_bytes);
        _sm2?.Dispose();
        _hmac?.Dispose();
        _pair?.Dispose();
    }

    private InvalidOperationException Wrong(KeyAlgorithm asked) => new($"Key {KeyId} is a {Record.Algorithm} key and no {asked} key.");
}
