using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Operator.Keys;
using Ascs.Operator.Subscribers;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;

namespace Ascs.Operator.Recognising;

/// <summary>
/// Opens a sealed id. Everything that must hold, in order; one failure and the answer is the same SEAL_REFUSED, so that whoever tries learns nothing of which.
/// </summary>
internal sealed class SealReading(OperatorKeys keys, IPlatformDirectory platforms, IDocumentSigner signer)
{
    /// <summary>A seal older than this is of another visit to the page.</summary>
    public static TimeSpan Freshness { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How far another platform's clock may be ahead.</summary>
    public static TimeSpan Skew { get; } = TimeSpan.FromSeconds(10);

    /// <summary>SM3 of a sealed id's bytes, the name orders use for it.</summary>
    public static Digest DigestOf(string seal) => Digest.From(Sm3.Hash(Base64Url.DecodeFromChars(seal)));

    /// <summary>The identifier in clear, or null when the seal is refused.</summary>
    public Identifier? Open(string seal, RecogniseRequest request, DateTimeOffset now)
    {
        if (platforms.Enterprise(request.EnterpriseId) is not { } enterprise) return null;
        if (keys.OpenSeal(Base64Url.DecodeFromChars(seal)) is not { } plain || StrictJson.Read<SignedDocument>(plain) is not { } document) return null;
        // The enterprise's own signature: the trusted party holds the operator's public key too and must not be able to try identifiers out.
        if (signer.Open<SealedIdContent>(enterprise.PlatId, Operations.SealedId, document) is not { } content) return null;
        return IsOf(content, request, now) && Identifier.TryParse(content.IdType, content.Id, out var identifier) ? identifier : null;
    }

    /// <summary>Made by this enterprise for this showing of this text, just now. Pure.</summary>
    public static bool IsOf(SealedIdContent content, RecogniseRequest request, DateTimeOffset now) =>
        content.V == 1
        && content.EnterpriseId == request.EnterpriseId
        && content.ConsentNonce == request.ConsentNonce
        && content.TextHash == request.TextHash
        && now - content.SealedAt.ToTime() <= Freshness
        && content.SealedAt.ToTime() - now <= Skew;

}
