using System.Buffers.Binary;
using Ascs.Gm;

namespace Ascs.Operator.Keys;

/// <summary>The operator's own keys, unwrapped. Whoever has them and the store knows everything the operator knows of this service.</summary>
public sealed class OperatorKeys
{
    /// <summary>HMAC-SM3: subscriber tags, one for each (subscriber, enterprise). Who has it can link a person's tags across enterprises.</summary>
    public const string Tag = "tag";

    /// <summary>SM2: opens sealed ids and content keys. Who has it reads device ids and contents, no AID.</summary>
    public const string Seal = "seal";

    /// <summary>HMAC-SM3: keys of the subscriber rows. Who has it and the store can try out identifiers and numbers.</summary>
    public const string Lookup = "lookup";

    /// <summary>SM4: bodies that hold a number. Who has it and the store reads numbers.</summary>
    public const string Rest = "rest";

    private readonly HmacSm3Key _tag;
    private readonly HmacSm3Key _lookup;
    private readonly byte[] _rest;
    private readonly Func<IReadOnlyList<Sm2PrivateKey>> _seals;

    /// <summary>Takes the keys.</summary>
    /// <param name="tag">HMAC-SM3.</param>
    /// <param name="lookup">HMAC-SM3.</param>
    /// <param name="rest">SM4, 16 bytes; copied.</param>
    /// <param name="seals">Every living seal key, newest first; asked at each use, so a rotation is seen.</param>
    public OperatorKeys(HmacSm3Key tag, HmacSm3Key lookup, ReadOnlySpan<byte> rest, Func<IReadOnlyList<Sm2PrivateKey>> seals)
    {
        if (rest.Length != Sm4Gcm.KeyLength) throw new ArgumentException("An SM4 key has 16 bytes.", nameof(rest));
        (_tag, _lookup, _rest, _seals) = (tag, lookup, rest.ToArray(), seals);
    }

    /// <summary>Opens what was sealed to any version of the seal key.</summary>
    internal byte[]? OpenSeal(ReadOnlySpan<byte> ciphertext)
    {
        foreach (var key in _seals())
            if (key.TryDecrypt(ciphertext, out var content)) return content;
        return null;
    }

    /// <summary>32 bytes under the tag key.</summary>
    internal byte[] TagOf(ReadOnlySpan<byte> fields) => _tag.Compute(fields);

    /// <summary>The first 128 bits under the lookup key.</summary>
    internal UInt128 LookupOf(ReadOnlySpan<byte> fields)
    {
        Span<byte> tag = stackalloc byte[HmacSm3.TagLength];
        _lookup.Compute(fields, tag);
        return BinaryPrimitives.ReadUInt128BigEndian(tag);
    }

    /// <summary>nonce ‖ ciphertext ‖ tag under the rest key, base64.</summary>
    internal string SealAtRest(ReadOnlySpan<byte> content, ReadOnlySpan<byte> place)
    {
        Span<byte> nonce = stackalloc byte[Sm4Gcm.NonceLength];
        System.Security.Cryptography.RandomNumberGenerator.Fill(nonce);
        return Convert.ToBase64String([.. nonce, .. Sm4Gcm.Encrypt(_rest, nonce, content, place)]);
    }

    /// <summary>What <see cref="SealAtRest"/> sealed for the same place.</summary>
    /// <exception cref="InvalidDataException">Damaged, moved, or of another key.</exception>
    internal byte[] OpenAtRest(string text, ReadOnlySpan<byte> place)
    {
        var bytes = Convert.FromBase64String(text);
        return bytes.Length > Sm4Gcm.NonceLength && Sm4Gcm.TryDecrypt(_rest, bytes.AsSpan(0, Sm4Gcm.NonceLength), bytes.AsSpan(Sm4Gcm.NonceLength), place, out var content)
            ? content : throw new InvalidDataException("A sealed body of the operator's store does not open.");
    }
}
