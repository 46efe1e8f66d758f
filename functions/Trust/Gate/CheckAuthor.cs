using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>An act that becomes evidence carries its author's SM2 signature, which proves it to third persons; the HMAC of the message proves nothing to them.</summary>
internal sealed class CheckAuthor : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.AuthorSignatureInvalid];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        if (!passage.Endpoint.AuthorSigned) return null;
        var digest = ContentDigest.Parse(passage.Call.Fields(SignedFieldNames.ContentDigest).ToString());
        var field = passage.Call.Fields(SignedFieldNames.Author);
        if (AuthorSignature.Read(field, passage.Endpoint.Name, digest, out var signature) is not null) return Unless(false);
        // A key past its end checks what it signed before; it makes no new acts.
        if (parts.PublicKeys.FindInUse(passage.Claimed, signature!.KeyId, passage.Call.ReceivedAt) is not { } key) return Unless(false);
        if (signature.Check(key) is not null) return Unless(false);
        passage.Author = signature.HeaderValue;
        return null;
    }
}
