using System.Buffers.Text;
using Ascs.Contracts;

namespace Ascs.Trust.Calls;

/// <summary>Signed documents in a form that a browser carries from one platform to another: base64url of their JSON.</summary>
public static class CarriedDocuments
{
    private const int MaxLength = 16 * 1024;

    /// <summary>The document; null when it is none, or longer than 16 kB.</summary>
    public static SignedDocument? Read(string carried)
    {
        ArgumentNullException.ThrowIfNull(carried);
        return carried.Length is > 0 and <= MaxLength && Base64Url.IsValid(carried) ? StrictJson.Read<SignedDocument>(Base64Url.DecodeFromChars(carried)) : null;
    }

    /// <summary>What the content claims to be, before anybody's signature is checked: only to find whose it must be.</summary>
    public static T? Claimed<T>(this SignedDocument document)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(document);
        return Base64Url.IsValid(document.Content) ? StrictJson.Read<T>(Base64Url.DecodeFromChars(document.Content)) : null;
    }

    /// <summary>The content; null unless the peer signed exactly it, for this operation.</summary>
    public static T? Open<T>(this IDocumentSigner signer, PlatId owner, string operation, SignedDocument document)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(signer);
        return signer.TryOpen(owner, operation, document, out var content) ? StrictJson.Read<T>(content) : null;
    }
}
