using System.Buffers.Text;
using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Calls;

/// <inheritdoc cref="IDocumentSigner"/>
internal sealed class DocumentSigner(IAuthor author, IPublicKeys keys) : IDocumentSigner
{
    public SignedDocument Sign(string operation, ReadOnlySpan<byte> content)
    {
        var signature = author.Sign(operation, SHA256.HashData(content));
        return new SignedDocument(operation, Base64Url.EncodeToString(content), signature.KeyId, Base64Url.EncodeToString(signature.Signature.Span));
    }

    public bool TryOpen(PlatId signer, string operation, SignedDocument document, out byte[] content)
    {
        content = [];
        if (document.Operation != operation || keys.Find(signer, document.KeyId) is not { } key) return false;
        if (Decode(document.Content) is not { } bytes || Decode(document.Signature) is not { } signature) return false;
        if (AuthorSignature.FromParts(document.KeyId, operation, SHA256.HashData(bytes), signature) is not { } author || author.Check(key) is not null) return false;
        content = bytes;
        return true;
    }

    private static byte[]? Decode(string text) =>
        Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is var bytes && Base64Url.EncodeToString(bytes) == text ? bytes : null;
}
