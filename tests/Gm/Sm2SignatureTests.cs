using System.Numerics;
using CsCheck;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Ascs.Gm.Tests;

public sealed class Sm2SignatureTests
{
    // The library's general curve arithmetic, another code path than the product's.
    private static readonly ECDomainParameters Domain = new(GMNamedCurves.GetByName("SM2P256V1"));
    private static readonly BigInteger N = BigInteger.Parse(
        "0FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123", System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
    private readonly Sm2PrivateKey key = Sm2PrivateKey.Generate();

    [Fact]
    public void what_was_signed_verifies() =>
        Gen.Byte.Array[0, 200].Sample(data => key.PublicKey.Verify(data, key.Sign(data)), iter: 50);

    [Fact]
    public void any_changed_bit_of_message_or_signature_is_refused() => Gen.Select(Gen.Byte.Array[1, 60], Gen.Int[0, 1 << 20]).Sample((data, bit) =>
    {
        byte[][] parts = [data, key.Sign(data)];
        var target = parts[bit % 2];
        target[bit / 8 % target.Length] ^= (byte)(1 << bit % 8);
        return !key.PublicKey.Verify(parts[0], parts[1]);
    }, iter: 100);

    [Fact]
    public void the_librarys_signer_agrees_in_both_directions() => Gen.Byte.Array[0, 100].Sample(data =>
    {
        var verifier = Library(forSigning: false);
        verifier.BlockUpdate(data, 0, data.Length);
        var signer = Library(forSigning: true);
        signer.BlockUpdate(data, 0, data.Length);
        return verifier.VerifySignature(key.Sign(data)) && key.PublicKey.Verify(data, signer.GenerateSignature());
    }, iter: 20);

    [Fact]
    public void the_same_data_gets_another_signature_each_time() =>
        Assert.Equal(20, Enumerable.Range(0, 20).Select(_ => Convert.ToHexString(key.Sign([1]))).Distinct().Count());

    [Fact]
    public void another_key_refuses_the_signature()
    {
        using var other = Sm2PrivateKey.Generate();
        Assert.False(other.PublicKey.Verify([1], key.Sign([1])));
    }

    [Fact]
    public void r_and_s_outside_the_group_are_refused() // GM/T 0003.2 7.1 B1, B2, B5
    {
        var signature = key.Sign([1]);
        var (r, s) = (Number(signature.AsSpan(0, 32)), Number(signature.AsSpan(32)));
        foreach (var (badR, badS) in new[] { (0, s), (r, 0), (N, s), (r, N), (N - 1, 1), (r, N - r), (0, 0) })
            Assert.False(key.PublicKey.Verify([1], Signature(badR, badS)));
        Assert.True(key.PublicKey.Verify([1], Signature(r, s)));
    }

    [Fact]
    public void a_signature_of_another_length_is_false()
    {
        var signature = key.Sign([1]);
        foreach (var other in new[] { [], signature[..63], [.. signature, 0], Sm2Der.OfSignature(signature) })
            Assert.False(key.PublicKey.Verify([1], other));
    }

    [Fact]
    public void one_key_serves_many_threads() => Parallel.For(0, 200, i =>
        Assert.True(key.PublicKey.Verify([(byte)i], key.Sign([(byte)i]))));

    private SM2Signer Library(bool forSigning)
    {
        var signer = new SM2Signer(PlainDsaEncoding.Instance);
        var d = new Org.BouncyCastle.Math.BigInteger(1, key.Export());
        ECKeyParameters parameters = forSigning
            ? new ECPrivateKeyParameters(d, Domain)
            : new ECPublicKeyParameters(Domain.Curve.DecodePoint(key.PublicKey.Export()), Domain);
        signer.Init(forSigning, parameters);
        return signer;
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Signature(BigInteger r, BigInteger s) => [.. Bytes(r), .. Bytes(s)];

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
