using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Sessions;

/// <summary>
/// One side's two proofs over a transcript: that it has the AuthToken (as a salted HMAC, CHEAA-4.1.3.1 b; the nonces are the salt) and the certificate's key
/// (CHEAA-4.1.2.1 d).
/// </summary>
internal sealed class LoginSide
{
    /// <summary>The platform that logs in, over T1.</summary>
    public static readonly LoginSide Caller = new("ascs-login-caller", "ascs-login-caller-v1");

    /// <summary>The platform called, over T2.</summary>
    public static readonly LoginSide Called = new("ascs-login-verifier", "ascs-login-verifier-v1");

    private readonly byte[] proofDomain;
    private readonly byte[] signatureDomain;

    private LoginSide(string proof, string signature) => (proofDomain, signatureDomain) = (LoginTranscript.Ascii(proof), LoginTranscript.Ascii(signature));

    /// <summary>HMAC-SHA256 under the AuthToken's characters.</summary>
    public byte[] Prove(ReadOnlySpan<byte> authToken, byte[] transcript) => HMACSHA256.HashData(authToken, LengthPrefixed.Join(proofDomain, transcript));

    /// <summary>ECDSA P-256 with SHA-256, r ‖ s.</summary>
    public byte[] Sign(X509Certificate2 certificate, byte[] transcript, byte[] proof)
    {
        using var key = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("The certificate has no ECDSA private key.", nameof(certificate));
        return key.SignData(LengthPrefixed.Join(signatureDomain, transcript, proof), HashAlgorithmName.SHA256);
    }

    /// <summary>Whether both proofs hold. Both are always checked.</summary>
    /// <param name="authToken">The token expected; null proves nothing.</param>
    /// <param name="certificate">DER, already known to be the pinned one.</param>
    /// <param name="transcript">As this side rebuilt it.</param>
    /// <param name="proof">As received.</param>
    /// <param name="signature">As received.</param>
    public bool Holds(byte[]? authToken, byte[] certificate, byte[] transcript, byte[] proof, byte[] signature)
    {
        var proved = CryptographicOperations.FixedTimeEquals(proof, Prove(authToken ?? [], transcript)) & authToken is not null;
        using var read = X509CertificateLoader.LoadCertificate(certificate);
        using var key = read.GetECDsaPublicKey();
        return key is not null && key.VerifyData(LengthPrefixed.Join(signatureDomain, transcript, proof), signature, HashAlgorithmName.SHA256) & proved;
    }
}
