using CsCheck;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Ascs.Gm.Tests;

public sealed class Sm2EncryptionTests
{
    private static readonly ECDomainParameters Domain = new(GMNamedCurves.GetByName("SM2P256V1"));
    private readonly Sm2PrivateKey key = Sm2PrivateKey.Generate();

    // One byte is where an all-zero key stream is likely (1 in 256): the loop of A5.
    [Fact]
    public void what_was_encrypted_decrypts() => Gen.Byte.Array[1, 150].Sample(
        data => key.TryDecrypt(key.PublicKey.Encrypt(data), out var plaintext) && plaintext.AsSpan().SequenceEqual(data), iter: 40);

    [Fact]
    public void one_byte_never_travels_in_clear()
    {
        for (var i = 0; i < 600; i++) Assert.NotEqual(0x5A, key.PublicKey.Encrypt([0x5A])[^1]);
    }

    [Fact]
    public void the_librarys_engine_agrees_in_both_directions() => Gen.Byte.Array[2, 100].Sample(data =>
    {
        var encrypting = new SM2Engine(SM2Engine.Mode.C1C3C2);
        encrypting.Init(true, new ParametersWithRandom(new ECPublicKeyParameters(Domain.Curve.DecodePoint(key.PublicKey.Export()), Domain), new SecureRandom()));
        var decrypting = new SM2Engine(SM2Engine.Mode.C1C3C2);
        decrypting.Init(false, new ECPrivateKeyParameters(new Org.BouncyCastle.Math.BigInteger(1, key.Export()), Domain));
        return key.TryDecrypt(encrypting.ProcessBlock(data, 0, data.Length), out var ours)
            && ours.AsSpan().SequenceEqual(data)
            && decrypting.ProcessBlock(key.PublicKey.Encrypt(data)).AsSpan().SequenceEqual(data);
    }, iter: 20);

    [Fact]
    public void a_change_of_any_byte_is_refused()
    {
        var ciphertext = key.PublicKey.Encrypt("sealed identifier"u8);
        for (var i = 0; i < ciphertext.Length; i++)
        {
            ciphertext[i] ^= 0x01;
            Assert.False(key.TryDecrypt(ciphertext, out var plaintext));
            Assert.Null(plaintext);
            ciphertext[i] ^= 0x01;
        }
        Assert.True(key.TryDecrypt(ciphertext, out _));
    }

    [Fact]
    public void every_shorter_ciphertext_and_a_longer_one_are_refused()
    {
        var ciphertext = key.PublicKey.Encrypt([1, 2, 3]);
        for (var length = 0; length < ciphertext.Length; length++) Assert.False(key.TryDecrypt(ciphertext.AsSpan(0, length), out _));
        Assert.False(key.TryDecrypt([.. ciphertext, 0], out _));
    }

    [Fact]
    public void another_key_cannot_decrypt()
    {
        using var other = Sm2PrivateKey.Generate();
        Assert.False(other.TryDecrypt(key.PublicKey.Encrypt([1, 2, 3]), out _));
    }

    [Fact]
    public void a_point_off_the_curve_is_refused_before_the_key_touches_it() // the invalid-curve attack
    {
        var ciphertext = key.PublicKey.Encrypt([1, 2, 3]);
        ciphertext.AsSpan(1, 64).Clear();
        ciphertext[64] = 1;
        Assert.False(key.TryDecrypt(ciphertext, out _));
    }

    [Fact]
    public void an_empty_message_is_a_bug() => Assert.Throws<ArgumentException>(() => key.PublicKey.Encrypt([]));
}
