using System.Reflection;

namespace Ascs.Gm.Tests;

public sealed class Sm2KeyTests
{
    // GM/T 0003.5-2012 clause 2: the order n and the prime p of the recommended curve.
    private const string N = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123";
    private const string NMinus1 = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54122";
    private const string NMinus2 = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54121";
    private const string P = "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF";
    private const string One = "0000000000000000000000000000000000000000000000000000000000000001";
    private const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public void keys_survive_export_and_import()
    {
        using var key = Sm2PrivateKey.Generate();
        using var again = Sm2PrivateKey.Import(key.Export());
        Assert.Equal(key.PublicKey, again.PublicKey);
        Assert.True(Sm2PublicKey.TryImport(key.PublicKey.Export(), out var publicKey));
        Assert.Equal(key.PublicKey, publicKey);
        Assert.Equal(key.PublicKey.GetHashCode(), publicKey.GetHashCode());
        Assert.True(publicKey.Verify([1], again.Sign([1])));
    }

    [Theory, InlineData(One), InlineData(NMinus2)]
    public void the_outermost_private_keys_work(string d)
    {
        using var key = Sm2PrivateKey.Import(Convert.FromHexString(d));
        Assert.Equal(d, Convert.ToHexString(key.Export()));
        Assert.True(key.PublicKey.Verify([1], key.Sign([1])));
        Assert.True(key.TryDecrypt(key.PublicKey.Encrypt([1, 2]), out _));
    }

    [Theory, InlineData(Zero), InlineData(NMinus1), InlineData(N), InlineData(""), InlineData("01"), InlineData(One + "00")]
    public void what_is_no_private_key_is_a_bug(string d) => Assert.Throws<ArgumentException>(() => Sm2PrivateKey.Import(Convert.FromHexString(d)));

    [Theory]
    [InlineData("")]
    [InlineData("00")] // the point at infinity
    [InlineData("04" + Zero + Zero)]
    [InlineData("04" + One + One)] // off the curve
    [InlineData("04" + P + One)] // a coordinate not below p
    public void what_is_no_point_of_the_curve_is_refused(string encoded)
    {
        Assert.False(Sm2PublicKey.TryImport(Convert.FromHexString(encoded), out var key));
        Assert.Null(key);
    }

    [Fact]
    public void only_the_uncompressed_form_is_read()
    {
        using var key = Sm2PrivateKey.Generate();
        var encoded = key.PublicKey.Export();
        var odd = encoded[^1] & 1;
        Assert.False(Sm2PublicKey.TryImport([(byte)(2 + odd), .. encoded[1..33]], out _)); // compressed
        Assert.False(Sm2PublicKey.TryImport([(byte)(6 + odd), .. encoded[1..]], out _)); // mixed
        Assert.False(Sm2PublicKey.TryImport(encoded.AsSpan(1), out _));
        Assert.False(Sm2PublicKey.TryImport([.. encoded, 0], out _));
    }

    [Fact]
    public void the_fingerprint_is_the_base64url_sm3_digest_of_the_65_bytes()
    {
        using var key = Sm2PrivateKey.Generate();
        var digest = Convert.ToBase64String(Sm3.Hash(key.PublicKey.Export())).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Assert.Equal(digest, key.PublicKey.Fingerprint);
        Assert.Equal(43, digest.Length);
    }

    [Fact]
    public void an_exported_array_is_the_callers_own()
    {
        using var key = Sm2PrivateKey.Generate();
        key.Export().AsSpan().Clear();
        key.PublicKey.Export().AsSpan().Clear();
        Assert.True(key.PublicKey.Verify([1], key.Sign([1])));
        Assert.Equal(0x04, key.PublicKey.Export()[0]);
    }

    [Fact]
    public void a_disposed_key_is_wiped_and_does_nothing_more_while_its_public_half_lives_on()
    {
        var key = Sm2PrivateKey.Generate();
        var signature = key.Sign([1]);
        var ciphertext = key.PublicKey.Encrypt([1, 2]);
        var kept = (byte[])typeof(Sm2PrivateKey).GetField("bytes", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(key)!;
        Assert.Contains(kept, b => b != 0);
        key.Dispose();
        key.Dispose();
        Assert.DoesNotContain(kept, b => b != 0);
        Assert.Throws<ObjectDisposedException>(key.Export);
        Assert.Throws<ObjectDisposedException>(() => key.Sign([1]));
        Assert.Throws<ObjectDisposedException>(() => key.TryDecrypt(ciphertext, out _));
        Assert.True(key.PublicKey.Verify([1], signature));
    }

    [Fact]
    public void no_private_key_shows_itself_as_text()
    {
        using var key = Sm2PrivateKey.Generate();
        Assert.Equal(typeof(Sm2PrivateKey).FullName, key.ToString());
        Assert.Equal(key.PublicKey.Fingerprint, key.PublicKey.ToString());
    }
}
