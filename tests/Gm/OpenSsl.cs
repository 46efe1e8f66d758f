using System.Diagnostics;
using System.Formats.Asn1;

namespace Ascs.Gm.Tests;

/// <summary>The openssl command line (3.0 or later) as a second opinion, in a folder of its own that goes with it. It must be installed.</summary>
internal sealed class OpenSsl : IDisposable
{
    private const string Sm2Curve = "1.2.156.10197.1.301";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ascs-gm-");

    public void Dispose() => folder.Delete(recursive: true);

    internal string File(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Runs openssl to its end. <c>Ok</c> is exit code 0.</summary>
    internal static (bool Ok, byte[] Output) Run(byte[] input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        errors.GetAwaiter().GetResult();
        return (process.ExitCode == 0, output.ToArray());
    }

    /// <summary>The output of a run that must succeed.</summary>
    internal static byte[] Output(byte[] input, params string[] arguments)
    {
        var (ok, output) = Run(input, arguments);
        Assert.True(ok, $"openssl {arguments[0]} failed");
        return output;
    }

    /// <summary>RFC 5915 ECPrivateKey with the curve's name, as PEM.</summary>
    internal string PrivateKeyFile(Sm2PrivateKey key)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteInteger(1);
            der.WriteOctetString(key.Export());
            using (der.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0))) der.WriteObjectIdentifier(Sm2Curve);
            using (der.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 1))) der.WriteBitString(key.PublicKey.Export());
        }
        return Pem("key.pem", "EC PRIVATE KEY", der);
    }

    /// <summary>RFC 5480 SubjectPublicKeyInfo, as PEM.</summary>
    internal string PublicKeyFile(Sm2PublicKey key)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            using (der.PushSequence())
            {
                der.WriteObjectIdentifier("1.2.840.10045.2.1");
                der.WriteObjectIdentifier(Sm2Curve);
            }
            der.WriteBitString(key.Export());
        }
        return Pem("public.pem", "PUBLIC KEY", der);
    }

    private string Pem(string name, string label, AsnWriter der) =>
        File(name, System.Text.Encoding.ASCII.GetBytes(System.Security.Cryptography.PemEncoding.WriteString(label, der.Encode())));
}
