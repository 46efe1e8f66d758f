namespace Ascs.Gm.Tests;

/// <summary>What we make openssl accepts, and what openssl makes we accept.</summary>
public sealed class OpenSslTests : IDisposable
{
    private const string SignerId = "distid:1234567812345678";
    private static readonly byte[] Message = "个人信息授权 consent text, version 3"u8.ToArray();
    private readonly OpenSsl openSsl = new();
    private readonly Sm2PrivateKey key = Sm2PrivateKey.Generate();

    public void Dispose()
    {
        openSsl.Dispose();
        key.Dispose();
    }

    [Fact]
    public void openssl_verifies_our_sm2_signature_and_refuses_it_over_another_message()
    {
        var signature = openSsl.File("signature", Sm2Der.OfSignature(key.Sign(Message)));
        string[] verify = ["dgst", "-sm3", "-verify", openSsl.PublicKeyFile(key.PublicKey), "-sigopt", SignerId, "-signature", signature];
        Assert.True(OpenSsl.Run(Message, verify).Ok);
        Assert.False(OpenSsl.Run([.. Message, 0], verify).Ok);
    }

    [Fact]
    public void we_verify_an_sm2_signature_of_openssl_and_refuse_it_over_another_message()
    {
        var signature = Sm2Der.ToSignature(OpenSsl.Output(Message, "dgst", "-sm3", "-sign", openSsl.PrivateKeyFile(key), "-sigopt", SignerId));
        Assert.True(key.PublicKey.Verify(Message, signature));
        Assert.False(key.PublicKey.Verify([.. Message, 0], signature));
    }

    [Fact]
    public void a_signature_under_another_signer_id_is_refused()
    {
        var signature = OpenSsl.Output(Message, "dgst", "-sm3", "-sign", openSsl.PrivateKeyFile(key), "-sigopt", "distid:1234567812345679");
        Assert.False(key.PublicKey.Verify(Message, Sm2Der.ToSignature(signature)));
    }

    [Fact]
    public void openssl_decrypts_what_we_encrypted()
    {
        var ciphertext = openSsl.File("ciphertext", Sm2Der.OfCiphertext(key.PublicKey.Encrypt(Message)));
        Assert.Equal(Message, OpenSsl.Output([], "pkeyutl", "-decrypt", "-inkey", openSsl.PrivateKeyFile(key), "-in", ciphertext));
    }

    [Fact]
    public void we_decrypt_what_openssl_encrypted()
    {
        var message = openSsl.File("message", Message);
        var der = OpenSsl.Output([], "pkeyutl", "-encrypt", "-pubin", "-inkey", openSsl.PublicKeyFile(key.PublicKey), "-in", message);
        Assert.True(key.TryDecrypt(Sm2Der.ToCiphertext(der), out var plaintext));
        Assert.Equal(Message, plaintext);
    }

    // 55, 56 and 64 are where the padding needs another block.
    [Theory, InlineData(0), InlineData(1), InlineData(55), InlineData(56), InlineData(63), InlineData(64), InlineData(65), InlineData(100_000)]
    public void openssl_computes_the_same_sm3_digest(int length)
    {
        var data = Pattern(length);
        Assert.Equal(OpenSsl.Output(data, "dgst", "-sm3", "-binary"), Sm3.Hash(data));
    }

    [Theory, InlineData(1), InlineData(32), InlineData(63), InlineData(64), InlineData(65), InlineData(200)]
    public void openssl_computes_the_same_hmac_sm3(int keyLength)
    {
        var macKey = Pattern(keyLength);
        var expected = OpenSsl.Output(Message, "dgst", "-sm3", "-mac", "HMAC", "-macopt", "hexkey:" + Convert.ToHexString(macKey), "-binary");
        Assert.Equal(expected, HmacSm3.Compute(macKey, Message));
    }

    // SP 800-38D 6.5, 7.1: with a 96-bit nonce the ciphertext is counter mode from nonce || 2 on. openssl 3.0 has no SM4-GCM.
    [Theory, InlineData(1), InlineData(16), InlineData(17), InlineData(5000)]
    public void openssl_computes_the_same_sm4_counter_mode_below_gcm(int length)
    {
        var (sm4Key, nonce, data) = (Pattern(16), Pattern(12), Pattern(length));
        var counterMode = OpenSsl.Output(
            data, "enc", "-sm4-ctr", "-K", Convert.ToHexString(sm4Key), "-iv", Convert.ToHexString(nonce) + "00000002");
        Assert.Equal(counterMode, Sm4Gcm.Encrypt(sm4Key, nonce, data, [])[..length]);
    }

    [Fact]
    public void openssl_computes_the_same_sm4_block()
    {
        var (sm4Key, block) = (Pattern(16), Pattern(16));
        var expected = OpenSsl.Output(block, "enc", "-sm4-ecb", "-nopad", "-K", Convert.ToHexString(sm4Key));
        Assert.Equal(expected, GcmByHand.Block(sm4Key, block));
    }

    [Fact]
    public void openssl_verifies_our_ed25519_signature()
    {
        var privateKey = Ed25519.GeneratePrivateKey();
        // RFC 8410 section 4: the fixed head of a SubjectPublicKeyInfo for Ed25519.
        var publicKey = openSsl.File("ed.der", [.. Convert.FromHexString("302A300506032B6570032100"), .. Ed25519.PublicKey(privateKey)]);
        var signature = openSsl.File("ed.signature", Ed25519.Sign(privateKey, Message));
        var message = openSsl.File("message", Message);
        string[] verify = ["pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", publicKey, "-rawin", "-sigfile", signature, "-in"];
        Assert.True(OpenSsl.Run([], [.. verify, message]).Ok);
        Assert.False(OpenSsl.Run([], [.. verify, openSsl.File("other", [.. Message, 0])]).Ok);
    }

    private static byte[] Pattern(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7 + 1))];
}
