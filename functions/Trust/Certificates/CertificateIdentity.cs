using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Contracts;

namespace Ascs.Trust.Certificates;

/// <summary>Who a certificate says it is. It says the truth only after <see cref="CertificateTrust"/> accepted it.</summary>
public static class CertificateIdentity
{
    private const string SubjectAlternativeName = "2.5.29.17";

    // RFC 5280 4.2.1.6: uniformResourceIdentifier [6] IA5String.
    private static readonly Asn1Tag UriTag = new(TagClass.ContextSpecific, 6);

    /// <summary>The URI that stands for a platform in a certificate: <c>urn:ascs:plat:1795996800123456</c>.</summary>
    public static string UriOf(PlatId platform) => UriPrefix + platform;

    private const string UriPrefix = "urn:ascs:plat:";

    /// <summary>The PlatID a certificate claims; null when it claims none or more than one.</summary>
    public static PlatId? PlatformOf(X509Certificate2 certificate) => PlatformOf(certificate.Extensions);

    /// <summary>The PlatID that the extensions of a certificate, or of a request for one, claim.</summary>
    internal static PlatId? PlatformOf(IEnumerable<X509Extension> extensions)
    {
        var claims = Uris(extensions).Where(uri => uri.StartsWith(UriPrefix, StringComparison.Ordinal)).ToArray();
        return claims.Length == 1 && PlatId.TryParse(claims[0][UriPrefix.Length..], out var platform) ? platform : null;
    }

    /// <summary>SHA-256 over the whole certificate (DER), 64 upper-case hexadecimal digits: what pairings pin.</summary>
    public static string ThumbprintOf(X509Certificate2 certificate) => Convert.ToHexString(SHA256.HashData(certificate.RawData));

    private static List<string> Uris(IEnumerable<X509Extension> extensions)
    {
        var uris = new List<string>();
        foreach (var extension in extensions.Where(extension => extension.Oid?.Value == SubjectAlternativeName))
            Collect(extension.RawData, uris);
        return uris;
    }

    private static void Collect(byte[] generalNames, List<string> uris)
    {
        try
        {
            var names = new AsnReader(generalNames, AsnEncodingRules.DER).ReadSequence();
            while (names.HasData)
            {
                if (names.PeekTag().HasSameClassAndValue(UriTag)) uris.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, UriTag));
                else names.ReadEncodedValue();
            }
        }
        catch (AsnContentException)
        {
            uris.Clear(); // A broken name list names nobody.
        }
    }
}
