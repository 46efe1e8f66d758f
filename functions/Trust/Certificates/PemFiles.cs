using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Ascs.Trust.Keys;

namespace Ascs.Trust.Certificates;

/// <summary>Certificates and private keys as PEM files; private keys are readable by their owner only.</summary>
public static class PemFiles
{
    /// <summary>Writes both parts. Existing files are not overwritten.</summary>
    /// <exception cref="CertificateFileException">A file is there already or can't be written.</exception>
    public static void Save(X509Certificate2 certificate, string certificateFile, string keyFile)
    {
        using var key = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("The certificate has no ECDSA private key.", nameof(certificate));
        var pem = Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem());
        try
        {
            OwnerOnlyFile.Create(keyFile, pem);
            SaveCertificate(certificate, certificateFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CertificateFileException($"Can't write {certificateFile} and {keyFile}: {error.Message}", error);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pem);
        }
    }

    /// <summary>Writes the public part. An existing file is not overwritten.</summary>
    public static void SaveCertificate(X509Certificate2 certificate, string file)
    {
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        stream.Write(Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n"));
    }

    /// <summary>Reads a certificate with its private key.</summary>
    /// <exception cref="CertificateFileException">A file is absent, damaged, readable by others, or the two don't belong together.</exception>
    public static X509Certificate2 Load(string certificateFile, string keyFile)
    {
        try
        {
            var certificate = File.ReadAllText(certificateFile);
            var key = Encoding.ASCII.GetString(OwnerOnlyFile.Read(keyFile));
            return Usable(X509Certificate2.CreateFromPem(certificate, key));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException or KeyFileException)
        {
            throw new CertificateFileException($"Can't use {certificateFile} with {keyFile}: {error.Message}", error);
        }
    }

    /// <summary>Reads a certificate alone, e.g. that of the authority.</summary>
    /// <exception cref="CertificateFileException">The file is absent or damaged.</exception>
    public static X509Certificate2 LoadCertificate(string file)
    {
        try
        {
            return X509Certificate2.CreateFromPem(File.ReadAllText(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new CertificateFileException($"Can't use {file}: {error.Message}", error);
        }
    }

    // A key that exists in memory only serves TLS on Linux; on Windows it has to pass through PKCS#12 once.
    internal static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows()) return certificate;
        using (certificate) return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
