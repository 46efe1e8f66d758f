using System.Security.Cryptography.X509Certificates;
using Ascs.Trust.Certificates;

namespace Ascs.Hosts.Local.Setup;

/// <summary>A platform's certificate in its folder, and the one that follows it.</summary>
internal static class CertificateFiles
{
    /// <summary>Loads the certificate in force; finishes a change that was cut off.</summary>
    /// <exception cref="CertificateFileException">It can't be used.</exception>
    public static X509Certificate2 Load(PartyFolder folder)
    {
        // The key moves first: one certificate left without its key means that the other file has still to follow.
        if (File.Exists(folder.NextCertificate) && !File.Exists(folder.NextCertificateKey)) File.Move(folder.NextCertificate, folder.Certificate, overwrite: true);
        return PemFiles.Load(folder.Certificate, folder.CertificateKey);
    }

    /// <summary>The successor, when there is a whole one.</summary>
    /// <exception cref="CertificateFileException">It can't be used.</exception>
    public static X509Certificate2? Next(PartyFolder folder) =>
        File.Exists(folder.NextCertificate) && File.Exists(folder.NextCertificateKey) ? PemFiles.Load(folder.NextCertificate, folder.NextCertificateKey) : null;

    /// <summary>Makes the successor. A half-written one is made anew; a whole one stays.</summary>
    /// <exception cref="Refusal">The authority does not issue it.</exception>
    public static void Renew(PartyFolder folder, PartyFile file, CertificateAuthority authority, DateTimeOffset now)
    {
        if (Next(folder) is { } there)
        {
            there.Dispose();
            return;
        }

        // A certificate without its key is never deleted: it is the one in force, see Load.
        File.Delete(folder.NextCertificateKey);
        var hosts = new[] { "localhost", "127.0.0.1", file.PublicAddress?.Host, file.PlatformAddress?.Host };
        if (authority.Issue(file.PlatId, hosts.OfType<string>().Distinct(), now) is not IssueOutcome.Issued issued)
            throw new Refusal("The authority does not issue the certificate: it ends too soon itself.");
        using (issued.Certificate)
            PemFiles.Save(issued.Certificate, folder.NextCertificate, folder.NextCertificateKey);
    }

    /// <summary>Puts the successor's files in the place of those in force.</summary>
    public static void Switch(PartyFolder folder)
    {
        File.Move(folder.NextCertificateKey, folder.CertificateKey, overwrite: true);
        File.Move(folder.NextCertificate, folder.Certificate, overwrite: true);
    }
}
