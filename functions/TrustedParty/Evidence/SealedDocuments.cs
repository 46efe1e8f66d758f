using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Storage;

namespace Ascs.TrustedParty.Evidence;

/// <summary>Documents of an authorisation, encrypted under its key (SM4-GCM, nonce first): container Ciphertext, partition = the authorisation. They open nowhere else.</summary>
internal static class SealedDocuments
{
    /// <summary>A create of this value, and the bytes it is encrypted to.</summary>
    public static (Write Create, byte[] Ciphertext) Seal<T>(byte[] key, AuthorisationId authorisation, string id, T value, JsonTypeInfo<T> json)
    {
        var nonce = RandomNumberGenerator.GetBytes(Sm4Gcm.NonceLength);
        byte[] bytes = [.. nonce, .. Sm4Gcm.Encrypt(key, nonce, JsonSerializer.SerializeToUtf8Bytes(value, json), Binding(authorisation, id))];
        return (SealedDocument.Schema.Create(id, new SealedDocument(bytes)), bytes);
    }

    /// <summary>The value of a document.</summary>
    /// <exception cref="InvalidDataException">Changed, moved, or under another key.</exception>
    public static T Open<T>(byte[] key, Document document, JsonTypeInfo<T> json)
    {
        var bytes = SealedDocument.Schema.FromBody(document.Body).Data;
        var binding = Binding(AuthorisationId.Parse(document.Key.Partition), document.Key.Id);
        if (bytes.Length < Sm4Gcm.NonceLength
            || !Sm4Gcm.TryDecrypt(key, bytes.AsSpan(0, Sm4Gcm.NonceLength), bytes.AsSpan(Sm4Gcm.NonceLength), binding, out var content))
            throw new InvalidDataException("A document of an authorisation does not open.");
        return JsonSerializer.Deserialize(content, json) ?? throw new InvalidDataException("A document of an authorisation is empty.");
    }

    private static byte[] Binding(AuthorisationId authorisation, string id) => Encoding.ASCII.GetBytes($"ascs-sealed-document-1|{authorisation}|{id}");
}

/// <summary>What lies in the store.</summary>
/// <param name="Data">nonce || ciphertext || tag.</param>
internal sealed record SealedDocument(byte[] Data)
{
    public static DocumentSchema<SealedDocument> Schema { get; } = new("sealed document", 1, EvidenceJson.Default.SealedDocument);
}
