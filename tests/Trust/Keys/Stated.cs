using System.Buffers.Text;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;
using Ascs.Trust.Tests.Certificates;

namespace Ascs.Trust.Tests.Keys;

/// <summary>A platform that states keys: authority, certificate, and statements under it.</summary>
internal sealed class Stated : IDisposable
{
    public Stated(CertificateAuthority authority, long platform)
    {
        Platform = Issued.Platform(platform);
        Certificate = Issued.By(authority, Issued.Now, platform: Platform);
    }

    public PlatId Platform { get; }

    public X509Certificate2 Certificate { get; }

    public string Pin => CertificateIdentity.ThumbprintOf(Certificate);

    public Peer Peer => new(Platform, Role.TrustedParty, "test", new Uri("https://localhost/"), Pin);

    public PublicKeyStatement Statement(Sm2PublicKey key, string name = KeyNames.Author, int version = 1, DateTimeOffset? notAfter = null) => new(
        Platform, name, version, KeyAlgorithm.Sm2, key.Export(), UnixTime.From(Issued.Now), notAfter is { } end ? UnixTime.From(end) : null);

    public SignedKeyStatement Sign(PublicKeyStatement statement) => KeyStatements.Sign(statement, Certificate);

    public static byte[] Bytes(string base64Url) => Base64Url.DecodeFromChars(base64Url);

    public static string Text(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    public void Dispose() => Certificate.Dispose();
}
