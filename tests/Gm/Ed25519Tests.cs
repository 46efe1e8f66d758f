using System.Numerics;
using CsCheck;

namespace Ascs.Gm.Tests;

public sealed class Ed25519Tests
{
    [Theory]
    // RFC 8032 section 7.1, tests 1, 2, 3 and SHA(abc).
    [InlineData("9D61B19DEFFD5A60BA844AF492EC2CC44449C5697B326919703BAC031CAE7F60", "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A", "",
        "E5564300C360AC729086E2CC806E828A84877F1EB8E5D974D873E065224901555FB8821590A33BACC61E39701CF9B46BD25BF5F0595BBE24655141438E7A100B")]
    [InlineData("4CCD089B28FF96DA9DB6C346EC114E0F5B8A319F35ABA624DA8CF6ED4FB8A6FB", "3D4017C3E843895A92B70AA74D1B7EBC9C982CCF2EC4968CC0CD55F12AF4660C", "72",
        "92A009A9F0D4CAB8720E820B5F642540A2B27B5416503F8FB3762223EBDB69DA085AC1E43E15996E458F3613D0F11D8C387B2EAEB4302AEEB00D291612BB0C00")]
    [InlineData("C5AA8DF43F9F837BEDB7442F31DCB7B166D38535076F094B85CE3A2E0B4458F7", "FC51CD8E6218A1A38DA47ED00230F0580816ED13BA3303AC5DEB911548908025", "AF82",
        "6291D657DEEC24024827E69C3ABE01A30CE548A284743A445E3680D7DB5AC3AC18FF9B538D16F290AE67F760984DC6594A7C15E9716ED28DC027BECEEA1EC40A")]
    [InlineData("833FE62409237B9D62EC77587520911E9A759CEC1D19755B7DA901B96DCA3D42", "EC172B93AD5E563BF4932C70E1245034C35467EF2EFD4D64EBF819683467E2BF",
        "DDAF35A193617ABACC417349AE20413112E6FA4E89A97EA20A9EEEE64B55D39A2192992A274FC1A836BA3C23A3FEEBBD454D4423643CE80E2A9AC94FA54CA49F",
        "DC2A4459E7369633A52B1BF277839A00201009A3EFBF3ECB69BEA2186C26B58909351FC9AC90B3ECFDFBC7C66431E0303DCA179C138AC17AD9BEF1177331A704")]
    public void vectors_of_the_rfc(string privateKey, string publicKey, string message, string signature)
    {
        Assert.Equal(publicKey, Convert.ToHexString(Ed25519.PublicKey(Hex(privateKey))));
        Assert.Equal(signature, Convert.ToHexString(Ed25519.Sign(Hex(privateKey), Hex(message))));
        Assert.True(Ed25519.Verify(Hex(publicKey), Hex(message), Hex(signature)));
    }

    [Fact]
    public void any_changed_bit_is_refused() => Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array[1, 60], Gen.Int[0, 1 << 20]).Sample((key, data, bit) =>
    {
        byte[][] parts = [Ed25519.PublicKey(key), data, Ed25519.Sign(key, data)];
        var genuine = Ed25519.Verify(parts[0], parts[1], parts[2]);
        var target = parts[bit % 3];
        target[bit / 8 % target.Length] ^= (byte)(1 << bit % 8);
        return genuine && !Ed25519.Verify(parts[0], parts[1], parts[2]);
    }, iter: 200);

    [Fact]
    public void s_plus_the_group_order_is_refused() // RFC 8032 5.1.7 step 1: otherwise a second signature would follow from the first
    {
        var key = Ed25519.GeneratePrivateKey();
        var signature = Ed25519.Sign(key, [1]);
        var order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
        var s = new BigInteger(signature.AsSpan(32), isUnsigned: true) + order;
        Assert.True(s.TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true));
        Assert.False(Ed25519.Verify(Ed25519.PublicKey(key), [1], signature));
    }

    [Fact]
    public void a_signature_of_another_length_is_false_and_a_key_of_another_length_is_a_bug()
    {
        var key = Ed25519.GeneratePrivateKey();
        var signature = Ed25519.Sign(key, [1]);
        Assert.False(Ed25519.Verify(Ed25519.PublicKey(key), [1], signature.AsSpan(0, 63)));
        Assert.False(Ed25519.Verify(Ed25519.PublicKey(key), [1], []));
        Assert.Throws<ArgumentException>(() => Ed25519.Sign(new byte[31], [1]));
        Assert.Throws<ArgumentException>(() => Ed25519.PublicKey(new byte[33]));
        Assert.Throws<ArgumentException>(() => Ed25519.Verify(new byte[31], [1], signature));
    }

    private static byte[] Hex(string hex) => Convert.FromHexString(hex);
}
