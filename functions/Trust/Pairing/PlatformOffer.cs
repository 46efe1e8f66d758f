using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ascs.Contracts;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Pairing;

/// <summary>What a platform hands to those who pair with it. No secret is in it; who it comes from is proved by comparing the certificate's fingerprint by another way.</summary>
/// <param name="V">1.</param>
/// <param name="PlatId">Its id.</param>
/// <param name="Role">What it is.</param>
/// <param name="Name">For people.</param>
/// <param name="Address">Root of its platform listener.</param>
/// <param name="Certificate">Base64url of its certificate, DER.</param>
/// <param name="Statements">Its public keys, signed under the certificate.</param>
/// <param name="EnterpriseId">The enterprise it acts for.</param>
/// <param name="OperatorId">The operator it is.</param>
/// <param name="PublicAddress">Root of its public listener.</param>
public sealed record PlatformOffer(
    int V, PlatId PlatId, Role Role, string Name, Uri Address, string Certificate, IReadOnlyList<SignedKeyStatement> Statements,
    EnterpriseId? EnterpriseId = null, OperatorId? OperatorId = null, Uri? PublicAddress = null)
{
    /// <summary>SHA-256 of the certificate, 64 upper-case hexadecimal digits: what people compare and pairings pin.</summary>
    [JsonIgnore]
    public string Fingerprint => Convert.ToHexString(SHA256.HashData(Base64Url.DecodeFromChars(Certificate)));

    /// <summary>The offer of a platform.</summary>
    public static PlatformOffer Of(Peer self, X509Certificate2 certificate, KeyRing ring)
    {
        ArgumentNullException.ThrowIfNull(self);
        ArgumentNullException.ThrowIfNull(certificate);
        return new PlatformOffer(
            1, self.PlatId, self.Role, self.Name, self.Address, Base64Url.EncodeToString(certificate.RawData), KeyStatements.Of(ring, self.PlatId, certificate),
            self.EnterpriseId, self.OperatorId, self.PublicAddress);
    }

    /// <summary>Reads it, and checks that it holds together: the certificate is that platform's, and every key is stated under it.</summary>
    /// <exception cref="InvalidDataException">It does not: one sentence.</exception>
    public static PlatformOffer Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var offer = JsonSerializer.Deserialize(json, PlatformOfferJson.Default.PlatformOffer);
            return offer is { V: 1 } ? Checked(offer) : throw new InvalidDataException("The offer is of another version.");
        }
        catch (Exception fault) when (fault is JsonException or CryptographicException or FormatException)
        {
            throw new InvalidDataException("The offer can't be read.", fault);
        }
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, PlatformOfferJson.Default.PlatformOffer);

    /// <summary>The platform as a peer of another, with what that one grants to its role.</summary>
    public Peer ToPeer(Role granting) => new(
        PlatId, Role, Name, Address, Fingerprint, EnterpriseId, OperatorId, PublicAddress, PeerState.Active, Permissions.ByRole(granting, Role, EnterpriseId));

    private static PlatformOffer Checked(PlatformOffer offer)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(Base64Url.DecodeFromChars(offer.Certificate));
        if (CertificateIdentity.PlatformOf(certificate) != offer.PlatId) throw new InvalidDataException("The offer's certificate is another platform's.");
        var keys = new PinnedKeys(offer.PlatId, offer.Role, offer.Fingerprint);
        foreach (var statement in offer.Statements)
            if (keys.Judge(statement) is KeyOffer.Refused refused) throw new InvalidDataException($"A key of the offer is refused: {refused.Fault}.");
        return offer;
    }
}
