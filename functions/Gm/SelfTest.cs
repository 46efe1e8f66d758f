using System.Text;

namespace Ascs.Gm;

/// <summary>Known answers of every algorithm here, asked once when a process starts: a platform whose algorithms answer wrongly must not start.</summary>
public static class SelfTest
{
    // GM/T 0003.5-2012 (GB/T 32918.5-2017), the recommended curve: annex A signs "message digest", annex C encrypts "encryption standard", with this k.
    private const string Sm2D = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string Sm2K = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private const string Sm2Signature =
        "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
    private const string Sm2Ciphertext =
        "0404EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0"
        + "59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD876621886CA989CA9C7D58087307CA93092D651EFA";

    /// <summary>Runs all of them, a few milliseconds.</summary>
    /// <exception cref="InvalidOperationException">An algorithm answered wrongly; the message names it.</exception>
    public static void Run()
    {
        Require("SM3", Sm3Answers());
        Require("HMAC-SM3", HmacSm3Answers());
        Require("SM4-GCM", Sm4GcmAnswers());
        Require("SM2 signature", Sm2Signs());
        Require("SM2 encryption", Sm2Encrypts());
        Require("Ed25519", Ed25519Answers());
    }

    internal static void Require(string algorithm, bool answered)
    {
        if (!answered) throw new InvalidOperationException($"{algorithm} failed its known-answer test: do not trust this build or this machine");
    }

    // GM/T 0004-2012 annex A.1.
    private static bool Sm3Answers() => Is(Sm3.Hash("abc"u8), "66C7F0F462EEEDD9D1F2D46BDC10E4E24167C4875CF2F7A2297DA02B8F4BA8E0");

    // GM/T 0042-2015 annex D.3, first vector.
    private static bool HmacSm3Answers()
    {
        const string half = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        var tag = HmacSm3.Compute(Hex("0102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F20"), Encoding.ASCII.GetBytes(half + half));
        return Is(tag, "CA05E144ED05D1857840D1F318A4A8669E559FC8391F414485BFDF7BB408963A");
    }

    // RFC 8998 annex A.1.
    private static bool Sm4GcmAnswers()
    {
        var key = Hex("0123456789ABCDEFFEDCBA9876543210");
        var nonce = Hex("00001234567800000000ABCD");
        var ad = Hex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        const string plaintext =
            "AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDDEEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA";
        var sealedBytes = Sm4Gcm.Encrypt(key, nonce, Hex(plaintext), ad);
        var matches = Is(sealedBytes, "17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
            + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D83DE3541E4C2B58177E065A9BF7B62EC");
        var opens = Sm4Gcm.TryDecrypt(key, nonce, sealedBytes, ad, out var opened) && Is(opened, plaintext);
        sealedBytes[^1] ^= 1;
        return matches && opens && !Sm4Gcm.TryDecrypt(key, nonce, sealedBytes, ad, out _);
    }

    private static bool Sm2Signs()
    {
        using var key = Sm2PrivateKey.Import(Hex(Sm2D));
        var signature = key.Sign("message digest"u8, new PrintedRandom(Hex(Sm2K)));
        return Is(signature, Sm2Signature)
            && key.PublicKey.Verify("message digest"u8, signature)
            && !key.PublicKey.Verify("message digesT"u8, signature);
    }

    private static bool Sm2Encrypts()
    {
        using var key = Sm2PrivateKey.Import(Hex(Sm2D));
        var ciphertext = key.PublicKey.Encrypt("encryption standard"u8, new PrintedRandom(Hex(Sm2K)));
        return Is(ciphertext, Sm2Ciphertext)
            && key.TryDecrypt(ciphertext, out var plaintext)
            && plaintext.AsSpan().SequenceEqual("encryption standard"u8);
    }

    // RFC 8032 section 7.1, test 1: the empty message.
    private static bool Ed25519Answers()
    {
        var key = Hex("9D61B19DEFFD5A60BA844AF492EC2CC44449C5697B326919703BAC031CAE7F60");
        var signature = Ed25519.Sign(key, []);
        return Is(Ed25519.PublicKey(key), "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A")
            && Is(signature, "E5564300C360AC729086E2CC806E828A84877F1EB8E5D974D873E065224901555FB8821590A33BACC61E39701CF9B46BD25BF5F0595BBE24655141438E7A100B")
            && Ed25519.Verify(Ed25519.PublicKey(key), [], signature)
            && !Ed25519.Verify(Ed25519.PublicKey(key), [0], signature);
    }

    private static byte[] Hex(string hex) => Convert.FromHexString(hex);

    private static bool Is(ReadOnlySpan<byte> actual, string expected) => actual.SequenceEqual(Hex(expected));
}
