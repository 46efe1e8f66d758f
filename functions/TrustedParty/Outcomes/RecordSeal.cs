using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.Gm;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>Encrypts the fields of a leaf under its authorisation's key, bound to their place: a record moved elsewhere does not open.</summary>
internal static class RecordSeal
{
    /// <summary>The sealed fields, base64url.</summary>
    public static string Seal(byte[] key, DispatchId dispatch, int round, int recipient, IReadOnlyList<FieldValue> fields)
    {
        var nonce = RandomNumberGenerator.GetBytes(Sm4Gcm.NonceLength);
        var text = JsonSerializer.SerializeToUtf8Bytes(Pack(fields), OutcomesJson.Default.DictionaryInt32String);
        return Base64Url.EncodeToString([.. nonce, .. Sm4Gcm.Encrypt(key, nonce, text, Place(dispatch, round, recipient))]);
    }

    /// <summary>The fields; null under another key, at another place, or when a byte was changed.</summary>
    public static IReadOnlyList<FieldValue>? Open(byte[] key, DispatchId dispatch, int round, int recipient, string sealedFields)
    {
        var bytes = Base64Url.DecodeFromChars(sealedFields);
        if (bytes.Length < Sm4Gcm.NonceLength + Sm4Gcm.TagLength) return null;
        var nonce = bytes.AsSpan(0, Sm4Gcm.NonceLength);
        if (!Sm4Gcm.TryDecrypt(key, nonce, bytes.AsSpan(Sm4Gcm.NonceLength), Place(dispatch, round, recipient), out var text)) return null;
        var packed = JsonSerializer.Deserialize(text, OutcomesJson.Default.DictionaryInt32String);
        return packed is null ? null : [.. packed.OrderBy(p => p.Key).Select(p => new FieldValue((LeafField)p.Key, p.Value))];
    }

    // All fields of a leaf, by number: absent ones are committed to as empty texts, so they are kept too.
    private static Dictionary<int, string> Pack(IReadOnlyList<FieldValue> fields) => fields.ToDictionary(f => (int)f.Field, f => f.Text);

    private static byte[] Place(DispatchId dispatch, int round, int recipient) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"ascs-record-1|{dispatch}|{round}|{recipient}"));
}
