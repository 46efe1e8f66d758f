using System.Text;

namespace Ascs.Trust.Signing;

/// <summary>The bytes that an author signs: four fields, each preceded by its length in four bytes, big-endian.
/// <code>
/// ascs-author-v1      domain: nothing else that an author key signs starts with it
/// operation name      e.g. dispatches/create, 1 to 100 printable ASCII characters
/// sha-256             algorithm of the digest
/// digest              32 bytes, those of Content-Digest
/// </code></summary>
internal static class AuthorInput
{
    public const int MaxOperationLength = 100;

    public static byte[] Of(string operation, ReadOnlySpan<byte> contentDigest)
    {
        if (operation is not { Length: >= 1 and <= MaxOperationLength } || !SignatureBase.IsOneLineOfAscii(operation))
            throw new ArgumentException("An operation name is 1 to 100 printable ASCII characters.", nameof(operation));
        if (contentDigest.Length != ContentDigest.Length) throw new ArgumentException("A content digest has 32 bytes.", nameof(contentDigest));
        return LengthPrefixed.Join("ascs-author-v1"u8.ToArray(), Encoding.ASCII.GetBytes(operation), "sha-256"u8.ToArray(), contentDigest.ToArray());
    }
}
