using System.Security.Cryptography;
using System.Text;
using Ascs.Trust.Sessions;
using Ascs.Trust.Signing;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>Signatures as docs/trust-protocol.md describes them, without the product's code.</summary>
internal static class ByHand
{
    public static string Field(HttpRequestMessage message, string name) =>
        message.Headers.TryGetValues(name, out var values) ? values.Single() : message.Content!.Headers.GetValues(name).Single();

    // RFC 9421 2.5, written from docs/trust-protocol.md.
    public static byte[] BaseOf(HttpRequestMessage message)
    {
        var input = Field(message, SignedFieldNames.SignatureInput)["ascs=".Length..];
        var names = input[1..input.IndexOf(')', StringComparison.Ordinal)].Split(' ');
        var lines = names.Select(name => $"{name}: {ValueOf(name.Trim('"'))}");
        return Encoding.ASCII.GetBytes(string.Join('\n', lines.Append($"\"@signature-params\": {input}")));

        string ValueOf(string name) => name switch
        {
            "@method" => message.Method.Method,
            "@target-uri" => message.RequestUri!.AbsoluteUri,
            _ => Field(message, name),
        };
    }

    /// <summary>A message signed anew under a session, whatever it lacks.</summary>
    public static HttpRequestMessage SignAnew(this HttpRequestMessage message, CallerSession session)
    {
        var input = Field(message, SignedFieldNames.SignatureInput);
        Set(message, SignedFieldNames.SignatureInput, input[..input.LastIndexOf("keyid=", StringComparison.Ordinal)] + $"keyid=\"{session.Id.KeyId}\"");
        Set(message, SignedFieldNames.Signature, $"ascs=:{Convert.ToBase64String(HMACSHA256.HashData(session.Kept.Mac, BaseOf(message)))}:");
        return message;
    }

    public static void Set(HttpRequestMessage message, string name, string value)
    {
        message.Headers.Remove(name);
        message.Headers.TryAddWithoutValidation(name, value);
    }
}
