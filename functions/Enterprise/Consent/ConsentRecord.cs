using Ascs.Contracts;

namespace Ascs.Enterprise.Consent;

/// <summary>
/// One showing that a person submitted: container Work, partition `consent-` and the nonce, id `record`. It holds no identifier in clear. Every state it was in
/// is kept; a showing that was never confirmed is gone after an hour, one that led to nothing after a day, an authorised one a year after its term.
/// </summary>
/// <param name="Nonce">The showing.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="PolicyVersion">Version of the policy shown.</param>
/// <param name="Choices">What the person chose.</param>
/// <param name="Text">The exact words.</param>
/// <param name="TextHash">Their SM3.</param>
/// <param name="SubmittedAt">When the person submitted.</param>
/// <param name="ExpiresAt">When the confirmation stops being one.</param>
/// <param name="Visit">Partition of the browser that submitted it.</param>
/// <param name="Confirmation">What the browser carries to the trusted party, the same bytes at every showing.</param>
/// <param name="Identifiers">The sealed identifiers; null once nothing needs them any more.</param>
/// <param name="Steps">Every state, the newest last.</param>
/// <param name="Grant">What the trusted party answered, once its receipt was believed: the enterprise's own copy of the evidence.</param>
internal sealed record ConsentRecord(
    ConsentNonce Nonce, ServiceId ServiceId, int PolicyVersion, ConsentChoices Choices, string Text, Digest TextHash, UnixTime SubmittedAt, UnixTime ExpiresAt,
    string Visit, SignedDocument Confirmation, IReadOnlyList<SealedIdentifier>? Identifiers, IReadOnlyList<ConsentStep> Steps, AuthoriseAnswer? Grant = null)
{
    /// <summary>The state now.</summary>
    public ConsentState State => Steps[^1].State;

    /// <summary>The record one state further.</summary>
    public ConsentRecord Enter(ConsentState state, DateTimeOffset now, string? code = null) =>
        this with { Steps = [.. Steps, new ConsentStep(state, UnixTime.From(now), code)] };
}
