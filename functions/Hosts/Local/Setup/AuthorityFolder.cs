using Ascs.Trust.Certificates;

namespace Ascs.Hosts.Local.Setup;

/// <summary>The folder of a certificate authority: `ca.pem`, public, and `ca.key`, which only whoever issues certificates has.</summary>
internal static class AuthorityFolder
{
    /// <summary>Makes a new authority.</summary>
    /// <exception cref="Refusal">There is one already, or the folder can't be written.</exception>
    public static CertificateAuthority Create(string folder, DateTimeOffset now)
    {
        var authority = CertificateAuthority.Create("Ascs local authority", now);
        try
        {
            authority.Save(Path.Combine(Directory.CreateDirectory(folder).FullName, "ca.pem"), Key(folder));
            return authority;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CertificateFileException)
        {
            authority.Dispose();
            throw new Refusal($"No authority can be made in {folder}: {fault.Message}", fault);
        }
    }

    /// <summary>Opens an authority.</summary>
    /// <exception cref="Refusal">It can't be used: one sentence.</exception>
    public static CertificateAuthority Open(string folder)
    {
        try
        {
            return CertificateAuthority.Load(Path.Combine(folder, "ca.pem"), Key(folder));
        }
        catch (CertificateFileException fault)
        {
            throw new Refusal($"The authority {folder} can't be used: {fault.Message}", fault);
        }
    }

    private static string Key(string folder) => Path.Combine(folder, "ca.key");
}
