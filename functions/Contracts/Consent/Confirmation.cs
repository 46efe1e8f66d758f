namespace Ascs.Contracts;

/// <summary>
/// What the enterprise signs and the person's browser carries to the trusted party's confirmation page (lives 10 minutes).
/// </summary>
/// <param name="V">1.</param>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="PolicyVersion">Version of the policy shown.</param>
/// <param name="Choices">What the person chose.</param>
/// <param name="TextHash">SM3 of the exact text.</param>
/// <param name="SealedIdsHash">SM3 over the sealed ids: `SealedIds.Hash`.</param>
/// <param name="ConsentNonce">The showing.</param>
/// <param name="ReturnUrl">Where the answer's form posts: an address of the enterprise's own origin.</param>
/// <param name="ExpiresAt">Ten minutes after submit.</param>
public sealed record Confirmation(
    [Version(1)] int V, EnterpriseId EnterpriseId, ServiceId ServiceId, [Range(1, int.MaxValue)] int PolicyVersion, ConsentChoices Choices, Digest TextHash,
    Digest SealedIdsHash, ConsentNonce ConsentNonce, [Match(Patterns.Address, 9, 2048)] string ReturnUrl, UnixTime ExpiresAt);
