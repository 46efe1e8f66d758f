using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.2 c: HMAC-SHA256 over content and every interface field, under a secret of this pair.</summary>
internal sealed class CheckSignature : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.SignatureInvalid];

    private protected override Problem? Run(Passage passage, GateParts parts)
    {
        if (RequestVerifier.Read(passage.Message, out var signature) is not null) return Unless(false);
        if (parts.Secrets.Find(passage.Claimed, signature!.KeyId) is not { } secret) return Unless(false);
        passage.Signature = signature;
        return Unless(RequestVerifier.Verify(passage.Message, signature, secret) is null);
    }
}
