using Ascs.Contracts;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>CHEAA-4.1.3.2 c: HMAC-SHA256 over content and every interface field, under the key that <see cref="CheckSession"/> found.</summary>
internal sealed class CheckSignature : Check
{
    public override IReadOnlyList<ProblemCode> Refusals { get; } = [ProblemCodes.SignatureInvalid];

    private protected override Problem? Run(Passage passage, GateParts parts) => Unless(
        passage is { Signature: { } signature, Secret: { } secret } && RequestVerifier.Verify(passage.Message, signature, secret) is null);
}
