using Ascs.Contracts;

namespace Ascs.Trust.Sealing;

/// <summary>One consent in the exact words its person sees, with the identifiers sealed for it and for nothing else.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="PolicyVersion">Version of the policy shown.</param>
/// <param name="Choices">What the person chose.</param>
/// <param name="Nonce">The showing.</param>
/// <param name="Text">The exact words.</param>
/// <param name="TextHash">Their SM3.</param>
/// <param name="SubmittedAt">When the person submitted.</param>
/// <param name="Identifiers">The sealed identifiers.</param>
public sealed record WrittenConsent(
    ServiceId ServiceId, int PolicyVersion, ConsentChoices Choices, ConsentNonce Nonce, string Text, Digest TextHash, UnixTime SubmittedAt,
    IReadOnlyList<SealedIdentifier> Identifiers);
