namespace Ascs.Gm.Tests;

/// <summary>The examples of GM/T 0003.5-2012 (GB/T 32918.5-2017) on the recommended curve, with the k it prints.</summary>
public sealed class Sm2StandardTests
{
    private const string D = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private const string K = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private const string PublicKey =
        "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private const string Signature =
        "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
    private const string Ciphertext =
        "0404EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0"
        + "59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD876621886CA989CA9C7D58087307CA93092D651EFA";

    [Fact]
    public void the_public_key_is_the_printed_one()
    {
        using var key = Sm2PrivateKey.Import(Convert.FromHexString(D));
        Assert.Equal(PublicKey, Convert.ToHexString(key.PublicKey.Export()));
    }

    [Fact]
    public void signing_message_digest_with_the_printed_k_gives_the_printed_r_and_s()
    {
        using var key = Sm2PrivateKey.Import(Convert.FromHexString(D));
        Assert.Equal(Signature, Convert.ToHexString(key.Sign("message digest"u8, new PrintedRandom(Convert.FromHexString(K)))));
    }

    [Fact]
    public void the_printed_signature_verifies()
    {
        Assert.True(Sm2PublicKey.TryImport(Convert.FromHexString(PublicKey), out var key));
        Assert.True(key.Verify("message digest"u8, Convert.FromHexString(Signature)));
        Assert.False(key.Verify("message digesu"u8, Convert.FromHexString(Signature)));
    }

    [Fact]
    public void encrypting_encryption_standard_with_the_printed_k_gives_the_printed_ciphertext()
    {
        Assert.True(Sm2PublicKey.TryImport(Convert.FromHexString(PublicKey), out var key));
        Assert.Equal(Ciphertext, Convert.ToHexString(key.Encrypt("encryption standard"u8, new PrintedRandom(Convert.FromHexString(K)))));
    }

    [Fact]
    public void the_printed_ciphertext_decrypts()
    {
        using var key = Sm2PrivateKey.Import(Convert.FromHexString(D));
        Assert.True(key.TryDecrypt(Convert.FromHexString(Ciphertext), out var plaintext));
        Assert.Equal("encryption standard"u8.ToArray(), plaintext);
    }
}
