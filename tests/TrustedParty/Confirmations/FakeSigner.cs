using System.Buffers.Text;
using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Calls;

namespace Ascs.TrustedParty.Tests.Confirmations;

/// <summary>Signs with a digest that names signer and operation: enough to tell a forged document from a true one.</summary>
internal sealed class FakeSigner(PlatId self) : IDocumentSigner
{
    public SignedDocument Sign(string operation, ReadOnlySpan<byte> content) => Sign(self, operation, content);

    public static SignedDocument Sign(PlatId signer, string operation, ReadOnlySpan<byte> content)
    {
        var text = Base64Url.EncodeToString(content);
        var digest = Sm3.Hash(Encoding.UTF8.GetBytes($"{signer}|{operation}|{text}"));
        return new SignedDocument(operation, text, "author-v1", Base64Url.EncodeToString([.. digest, .. digest])); // a signature has 64 bytes
    }

    public bool TryOpen(PlatId signer, string operation, SignedDocument document, out byte[] content)
    {
        content = Base64Url.DecodeFromChars(document.Content);
        return document == Sign(signer, operation, content);
    }
}
