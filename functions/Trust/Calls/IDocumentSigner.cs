using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>Author signatures over documents that a person's browser carries between two platforms, and over seals.</summary>
public interface IDocumentSigner
{
    /// <summary>Signs with this platform's current author key.</summary>
    SignedDocument Sign(string operation, ReadOnlySpan<byte> content);

    /// <summary>True when the peer signed exactly this operation and content with an author key it states.</summary>
    bool TryOpen(PlatId signer, string operation, SignedDocument document, out byte[] content);
}
