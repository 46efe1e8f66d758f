using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Sealing;

namespace Ascs.Enterprise.Authorising;

/// <summary>Starts the evidence (ISC-6.1.1.4): the agreement, encrypted to the trusted party, with the identifiers that only an operator opens.</summary>
internal sealed class Authorise(IPlatformCaller caller, IPlatformDirectory directory, ConsentWriter writer, ConsentRecords records)
{
    /// <summary>True when the trusted party has decided: the same request will never succeed. Anything else is worth another try.</summary>
    public static bool IsFinal(Problem problem) => problem.Code.Status == 422 && problem.Code != ProblemCodes.IdempotencyKeyReused;

    /// <summary>The key of a showing's authorisation: one showing is one authorisation, however often it is asked for.</summary>
    public static string KeyOf(ConsentNonce nonce) => "consent-" + nonce;

    /// <summary>Asks for the authorisation of a confirmed consent, with the same bytes every time.</summary>
    public async Task<Answer<AuthoriseAnswer>> RunAsync(ConsentRecord consent, CancellationToken ct)
    {
        if (consent.Identifiers is not { } identifiers || writer.ToRequest(Written(consent, identifiers)) is not { } made)
            return ProblemCodes.Unavailable;
        var request = await records.KeepAsync(made, ct);
        return await caller.CallAsync(directory.TrustedParty(), TrustedPartyCatalogue.Authorise, request, KeyOf(consent.Nonce), ct);
    }

    private static WrittenConsent Written(ConsentRecord consent, IReadOnlyList<SealedIdentifier> identifiers) => new(
        consent.ServiceId, consent.PolicyVersion, consent.Choices, consent.Nonce, consent.Text, consent.TextHash, consent.SubmittedAt, identifiers);
}
