using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Sessions;

/// <summary>What the two platforms sign at login: everything either of them said, so neither can be made to believe in another conversation.</summary>
internal static class LoginTranscript
{
    /// <summary>T1: all of the request but its proofs, and whom the caller takes the other for.</summary>
    /// <param name="caller">Who logs in.</param>
    /// <param name="called">Where.</param>
    /// <param name="callerCertificate">SHA-256 of the caller's certificate.</param>
    /// <param name="calledCertificate">SHA-256 of the certificate that the caller has pinned for the platform called.</param>
    /// <param name="suites">As offered.</param>
    /// <param name="ephemeral">65 bytes.</param>
    /// <param name="nonce">32 bytes.</param>
    public static byte[] OfRequest(
        PlatId caller, PlatId called, byte[] callerCertificate, byte[] calledCertificate, IEnumerable<string> suites, byte[] ephemeral, byte[] nonce) =>
        LengthPrefixed.Join(
            Ascii("ascs-login-v1"), Ascii(caller.ToString()), Ascii(called.ToString()), callerCertificate, calledCertificate, Ascii(string.Join(',', suites)),
            ephemeral, nonce);

    /// <summary>T2: the whole request, and all of the answer but its proofs.</summary>
    public static byte[] OfAnswer(
        byte[] request, byte[] proof, byte[] signature, byte[] calledCertificate, string suite, byte[] ephemeral, byte[] nonce, SessionId session) =>
        LengthPrefixed.Join(
            Ascii("ascs-login-answer-v1"), request, proof, signature, calledCertificate, Ascii(suite), ephemeral, nonce, Ascii(session.ToString()));

    internal static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
