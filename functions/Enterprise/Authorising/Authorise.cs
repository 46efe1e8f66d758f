using System.Buffers.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Enterprise.Consent;
using Ascs.Gm;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Keys;

namespace Ascs.Enterprise.Authorising;

/// <summary>Starts the evidence (ISC-6.1.1.4): the agreement, encrypted to the trusted party, with the identifiers that only an operator opens.</summary>
internal sealed class Authorise(IPlatformCaller caller, IPlatformDirectory directory, IPublicKeys keys, ConsentRecords records, EnterpriseOptions options)
{
    /// <summary>True when the trusted party has decided: the same request will never succeed. Anything else is worth another try.</summary>
    public static bool IsFinal(Problem problem) => problem.Code.Status == 422 && problem.Code != ProblemCodes.IdempotencyKeyReused;

    /// <summary>The key of a showing's authorisation: one showing is one authorisation, however often it is asked for.</summary>
    public static string KeyOf(ConsentNonce nonce) => "consent-" + nonce;

    /// <summary>Asks for the authorisation of a confirmed consent, with the same bytes every time.</summary>
    public async Task<Answer<AuthoriseAnswer>> RunAsync(ConsentRecord consent, CancellationToken ct)
    {
        var trustedParty = directory.TrustedParty();
        if (keys.Current(trustedParty.PlatId, KeyNames.Intake) is not { } intake || consent.Identifiers is null)
            return ProblemCodes.Unavailable;
        var request = await records.KeepAsync(ToRequest(consent, intake.Key), ct);
        return await caller.CallAsync(trustedParty, TrustedPartyCatalogue.Authorise, request, KeyOf(consent.Nonce), ct);
    }

    private AuthoriseRequest ToRequest(ConsentRecord consent, Sm2PublicKey intake)
    {
        var agreement = new Agreement(1, consent.PolicyVersion, consent.Choices, consent.Text, consent.SubmittedAt);
        var content = JsonSerializer.SerializeToUtf8Bytes(agreement, WireOptions.Strict);
        var envelope = Envelope.Seal(intake, content, AgreementBinding.For(options.EnterpriseId, consent.Nonce));
        return new AuthoriseRequest(
            1, options.EnterpriseId, consent.ServiceId, consent.Nonce, consent.TextHash, Base64Url.EncodeToString(envelope), consent.Identifiers!);
    }
}
