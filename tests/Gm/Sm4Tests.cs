using CsCheck;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace Ascs.Gm.Tests;

public sealed class Sm4Tests
{
    private static readonly byte[] StandardKey = Hex("0123456789ABCDEFFEDCBA9876543210");
    private static readonly Gen<(byte[] Key, byte[] Nonce, byte[] Plaintext, byte[] AssociatedData)> Messages =
        Gen.Select(Gen.Byte.Array[16], Gen.Byte.Array[12], Gen.Byte.Array[0, 100], Gen.Byte.Array[0, 40]);

    // GM/T 0002-2012 annex A.1: the key encrypted under itself.
    [Fact]
    public void the_block_of_the_standard() => Assert.Equal("681EDF34D206965E86B3E94F536E4246", Convert.ToHexString(GcmByHand.Block(StandardKey, StandardKey)));

    // GM/T 0002-2012 annex A.2: a million times over.
    [Fact]
    public void the_block_of_the_standard_after_a_million_rounds()
    {
        var engine = new SM4Engine();
        engine.Init(true, new KeyParameter(StandardKey));
        var block = StandardKey.ToArray();
        for (var i = 0; i < 1_000_000; i++) engine.ProcessBlock(block, 0, block, 0);
        Assert.Equal("595298C7C6FD271F0402F804C33D3F66", Convert.ToHexString(block));
    }

    [Theory]
    // RFC 8998 annex A.1.
    [InlineData("0123456789ABCDEFFEDCBA9876543210", "00001234567800000000ABCD", "FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2",
        "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDDEEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA",
        "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
        + "83DE3541E4C2B58177E065A9BF7B62EC")]
    // Project Wycheproof, sm4_gcm_test.json, cases 2, 3, 7 and 10: empty, one byte, a block and a byte, with associated data.
    [InlineData("bedcfb5a011ebc84600fcb296c15af0d", "438a547a94ea88dce46c6c85", "", "", "a486a45596cb92cf529de2038583707d")]
    [InlineData("384ea416ac3c2f51a76e7d8226346d4e", "b30c084727ad1c592ac21d12", "", "35", "a3a06f50a378b116e9dd2363a6e8babd88")]
    [InlineData("c15ed227dd2e237ecd087eaaaad19ea4", "965ff6643116ac1443a2dec7", "", "fee62fde973fe025ad6b322dcdf3c63fc7",
        "bec3d84d43648a235d8e2db8a61c3d931778372866def4d47c141dfa360ee73f8d")]
    [InlineData("e63a43216c08867210e248859eb5e99c", "9c3a4263d983456658aad4b1", "834afdc5c737186b", "b14da56b0462dc05b871fc815273ff4810f92f4b",
        "74011a2daa5b32ff71fc8fdd8b6ac88f3ac34c967888f6f99acd94c4e7f919de632107dd")]
    public void published_gcm_vectors(string key, string nonce, string associatedData, string plaintext, string sealedBytes)
    {
        Assert.Equal(Hex(sealedBytes), Sm4Gcm.Encrypt(Hex(key), Hex(nonce), Hex(plaintext), Hex(associatedData)));
        Assert.True(Sm4Gcm.TryDecrypt(Hex(key), Hex(nonce), Hex(sealedBytes), Hex(associatedData), out var opened));
        Assert.Equal(Hex(plaintext), opened);
    }

    [Fact]
    public void gcm_written_down_by_hand_agrees() => Messages.Sample(
        m => Sm4Gcm.Encrypt(m.Key, m.Nonce, m.Plaintext, m.AssociatedData).AsSpan()
            .SequenceEqual(GcmByHand.Encrypt(m.Key, m.Nonce, m.Plaintext, m.AssociatedData)), iter: 200);

    [Fact]
    public void what_was_sealed_opens() => Messages.Sample(
        m => Sm4Gcm.TryDecrypt(m.Key, m.Nonce, Sm4Gcm.Encrypt(m.Key, m.Nonce, m.Plaintext, m.AssociatedData), m.AssociatedData, out var opened)
            && opened.AsSpan().SequenceEqual(m.Plaintext), iter: 500);

    [Fact]
    public void any_changed_bit_of_anything_is_refused() => Gen.Select(Messages, Gen.Int[0, 1 << 20]).Sample((m, bit) =>
    {
        byte[][] parts = [m.Key, m.Nonce, Sm4Gcm.Encrypt(m.Key, m.Nonce, m.Plaintext, m.AssociatedData), m.AssociatedData];
        var changed = parts.Select(part => part.ToArray()).ToArray();
        var target = changed.Where(part => part.Length > 0).ElementAt(bit % changed.Count(part => part.Length > 0));
        target[bit / 8 % target.Length] ^= (byte)(1 << bit % 8);
        return !Sm4Gcm.TryDecrypt(changed[0], changed[1], changed[2], changed[3], out var opened) && opened is null;
    }, iter: 500);

    [Fact]
    public void a_shortened_message_is_refused_at_every_length()
    {
        var sealedBytes = Sm4Gcm.Encrypt(StandardKey, new byte[12], new byte[20], []);
        for (var length = 0; length < sealedBytes.Length; length++)
            Assert.False(Sm4Gcm.TryDecrypt(StandardKey, new byte[12], sealedBytes.AsSpan(0, length), [], out _));
    }

    [Theory, InlineData(15, 12), InlineData(17, 12), InlineData(0, 12), InlineData(16, 11), InlineData(16, 16), InlineData(16, 0)]
    public void a_key_or_nonce_of_another_length_is_a_bug(int keyLength, int nonceLength)
    {
        Assert.Throws<ArgumentException>(() => Sm4Gcm.Encrypt(new byte[keyLength], new byte[nonceLength], [1], []));
        Assert.Throws<ArgumentException>(() => Sm4Gcm.TryDecrypt(new byte[keyLength], new byte[nonceLength], new byte[40], [], out _));
    }

    private static byte[] Hex(string hex) => Convert.FromHexString(hex);
}
