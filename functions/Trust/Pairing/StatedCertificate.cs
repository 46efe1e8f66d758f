using System.Buffers.Text;
using System.Security.Cryptography.X509Certificates;
using Ascs.Trust.Certificates;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Pairing;

/// <summary>A peer's certificate out of the statements that came with its offer.</summary>
public static class StatedCertificate
{
    /// <summary>The certificate pinned at pairing; null when the statements are not there or under another one. The caller disposes it.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="statementsFile">Its statements, as pairing wrote them.</param>
    public static X509Certificate2? Of(Peer peer, string statementsFile)
    {
        ArgumentNullException.ThrowIfNull(peer);
        if (!File.Exists(statementsFile) || KeyStatements.FromJson(File.ReadAllBytes(statementsFile)) is not [{ Certificate: { } text }, ..] || !Base64Url.IsValid(text)) return null;
        var certificate = X509CertificateLoader.LoadCertificate(Base64Url.DecodeFromChars(text));
        if (string.Equals(CertificateIdentity.ThumbprintOf(certificate), peer.CertificateThumbprint, StringComparison.OrdinalIgnoreCase)) return certificate;
        certificate.Dispose();
        return null;
    }
}
