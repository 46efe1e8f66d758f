using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Signing;

/// <summary>Writes and strictly reads <c>Signature-Input</c> and <c>Signature</c> (RFC 9421 4) in the one spelling we accept.</summary>
internal static partial class SignatureParameters
{
    /// <summary>RFC 9421 2.3: inner list, then created, nonce, keyid.</summary>
    public static string Write(string innerList, long created, Nonce nonce, string keyId) =>
        string.Create(CultureInfo.InvariantCulture, $"{innerList};created={created};nonce=\"{nonce.Text}\";keyid=\"{keyId}\"");

    public static SignatureHeaders Headers(string parameters, byte[] signature) =>
        new($"{SignedFieldNames.Label}={parameters}", $"{SignedFieldNames.Label}=:{Convert.ToBase64String(signature)}:");

    /// <summary>Reads both fields of a message whose covered components must be <paramref name="innerList"/>.</summary>
    public static SignatureFault? Read(FieldLookup fields, string innerList, out MessageSignature? signature)
    {
        signature = null;
        if (Single(fields(SignedFieldNames.SignatureInput), SignatureFault.InputMissing, out var input) is { } inputFault) return inputFault;
        if (Single(fields(SignedFieldNames.Signature), SignatureFault.SignatureMissing, out var value) is { } valueFault) return valueFault;
        var member = InputPattern().Match(input);
        if (!member.Success) return SignatureFault.InputMalformed;
        if (member.Groups["label"].Value != SignedFieldNames.Label) return SignatureFault.LabelUnknown;
        if (member.Groups["list"].Value != innerList) return SignatureFault.ComponentsWrong;
        var parameters = ParametersPattern().Match(member.Groups["parameters"].Value);
        if (!parameters.Success || Nonce.Parse(parameters.Groups["nonce"].Value) is not { } nonce) return SignatureFault.ParametersWrong;
        if (!PairSecret.IsKeyId(parameters.Groups["keyid"].Value)) return SignatureFault.KeyUnknown;
        if (SignatureValue(value) is not { } bytes) return SignatureFault.SignatureMalformed;
        var created = long.Parse(parameters.Groups["created"].Value, CultureInfo.InvariantCulture);
        signature = new MessageSignature(parameters.Groups["keyid"].Value, nonce, created, innerList + member.Groups["parameters"].Value, bytes);
        return null;
    }

    private static SignatureFault? Single(StringValues lines, SignatureFault missing, out string line)
    {
        line = lines.Count == 1 ? lines[0] ?? "" : "";
        return lines.Count switch { 0 => missing, 1 => null, _ => SignatureFault.FieldRepeated };
    }

    private static byte[]? SignatureValue(string field) =>
        field.Length == 51 && field.StartsWith(SignedFieldNames.Label + "=:", StringComparison.Ordinal) && field[^1] == ':'
            ? Base64Text.Decode(field.AsSpan(6, 44), 32) : null;

    // One member of a dictionary whose value is an inner list: two labels don't match, for no string outside the list may hold a comma.
    [GeneratedRegex(@"\A(?<label>[a-z*][a-z0-9_.*-]{0,63})=(?<list>\([^()]{0,600}\))(?<parameters>;[^(),]{0,300})?\z")]
    private static partial Regex InputPattern();

    [GeneratedRegex("""\A;created=(?<created>0|[1-9][0-9]{0,11});nonce="(?<nonce>[^"\\]*)";keyid="(?<keyid>[^"\\]*)"\z""")]
    private static partial Regex ParametersPattern();
}
