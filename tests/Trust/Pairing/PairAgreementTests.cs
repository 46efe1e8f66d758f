using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Pairing;
using Ascs.Trust.Tests.Signing;

namespace Ascs.Trust.Tests.Pairing;

/// <summary>Both sides compute the same secret, and the one that openssl computes.</summary>
public sealed class PairAgreementTests
{
    private static readonly JsonElement Vector = Vectors.Load("pairing.json");

    [Theory]
    [InlineData("caller", "called")]
    [InlineData("called", "caller")]
    public void each_side_has_the_secret_of_the_published_vector(string own, string other)
    {
        using var mine = Certificate(own, withKey: true);
        using var theirs = Certificate(other, withKey: false);
        Assert.Equal(Vector.GetProperty("secretHex").GetString(), Convert.ToHexStringLower(PairAgreement.SecretOf(mine, Id(own), theirs, Id(other))));
    }

    [Fact]
    public void another_platform_under_the_same_certificates_has_another_secret()
    {
        using var mine = Certificate("caller", withKey: true);
        using var theirs = Certificate("called", withKey: false);
        Assert.NotEqual(Vector.GetProperty("secretHex").GetString(), Convert.ToHexStringLower(PairAgreement.SecretOf(mine, PlatId.NewRandom(), theirs, Id("called"))));
    }

    private static PlatId Id(string side) => PlatId.TryFrom(Vector.GetProperty(side).GetProperty("platId").GetInt64(), out var id) ? id : throw new InvalidDataException(side);

    private static X509Certificate2 Certificate(string side, bool withKey)
    {
        byte[] Bytes(string member) => Convert.FromHexString(Vector.GetProperty(side).GetProperty(member).GetString()!);
        var point = Bytes("publicKeyHex");
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256, D = Bytes("privateKeyHex"), Q = new ECPoint { X = point[1..33], Y = point[33..] },
        });
        using var certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(99));
        return withKey ? X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable) : X509CertificateLoader.LoadCertificate(certificate.RawData);
    }
}
