using System.Text;
using CsCheck;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace Ascs.Gm.Tests;

public sealed class HmacSm3Tests
{
    private const string Alphabet = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";

    [Fact]
    public void the_four_vectors_of_the_standard() // GM/T 0042-2015 annex D.3, as reprinted by openssl and the Linux kernel
    {
        Is("CA05E144ED05D1857840D1F318A4A8669E559FC8391F414485BFDF7BB408963A", Counting(32), Encoding.ASCII.GetBytes(Alphabet + Alphabet));
        Is("220BF579DED555393F0159F66C99877822A3ECF610D1552154B41D44B94DB3AE", Counting(37), Repeated(0xCD, 50));
        Is("C0BA18C68B90C88BC07DE794BFC7D2C8D19EC31ED8773BC2B390C9604E0BE11E", Repeated(0x0B, 32), "Hi There"u8.ToArray());
        Is("2E87F1D16862E6D964B50A5200BF2B10B764FAA9680A296A2405F24BEC39F882", "Jefe"u8.ToArray(), "what do ya want for nothing?"u8.ToArray());
    }

    [Fact]
    public void the_librarys_hmac_agrees_for_keys_and_messages_of_any_length() => Gen.Select(Gen.Byte.Array[1, 150], Gen.Byte.Array[0, 200]).Sample((key, data) =>
    {
        var mac = new HMac(new SM3Digest());
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(data, 0, data.Length);
        var expected = new byte[32];
        mac.DoFinal(expected, 0);
        return HmacSm3.Compute(key, data).AsSpan().SequenceEqual(expected);
    }, iter: 300);

    [Fact]
    public void one_key_serves_many_threads()
    {
        using var key = new HmacSm3Key(Counting(32));
        var expected = Enumerable.Range(0, 64).Select(i => HmacSm3.Compute(Counting(32), Repeated((byte)i, i))).ToArray();
        Parallel.For(0, 6400, i => Assert.Equal(expected[i % 64], key.Compute(Repeated((byte)(i % 64), i % 64))));
    }

    [Fact]
    public void verify_accepts_the_tag_and_nothing_else()
    {
        var (key, data) = (Counting(32), Repeated(1, 10));
        var tag = HmacSm3.Compute(key, data);
        Assert.True(HmacSm3.Verify(key, data, tag));
        for (var i = 0; i < tag.Length; i++)
        {
            var changed = tag.ToArray();
            changed[i] ^= 0x80;
            Assert.False(HmacSm3.Verify(key, data, changed));
            Assert.False(HmacSm3.Verify(key, data, tag.AsSpan(0, i)));
        }
        Assert.False(HmacSm3.Verify(key, data, [.. tag, 0]));
    }

    [Fact]
    public void a_disposed_key_makes_no_tags()
    {
        var key = new HmacSm3Key(Counting(32));
        key.Dispose();
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Compute([1]));
        Assert.Throws<ObjectDisposedException>(() => key.Verify([1], new byte[32]));
    }

    [Fact]
    public void an_empty_key_or_a_destination_of_another_length_is_a_bug()
    {
        Assert.Throws<ArgumentException>(() => HmacSm3.Compute([], [1]));
        using var key = new HmacSm3Key(Counting(32));
        Assert.Throws<ArgumentException>(() => key.Compute([1], new byte[31]));
    }

    private static void Is(string expected, byte[] key, byte[] data) => Assert.Equal(expected, Convert.ToHexString(HmacSm3.Compute(key, data)));

    private static byte[] Counting(int length) => [.. Enumerable.Range(1, length).Select(i => (byte)i)];

    private static byte[] Repeated(byte value, int length) => [.. Enumerable.Repeat(value, length)];
}
