using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.TrustedParty.AnonymousIds;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>
/// Consent becomes evidence and an AID, in one call that may be repeated (ISC-6.1.1.4, 6.2.1.1, 6.2.2.1): checks that need no operator, the home operator, the
/// consent document, and what <see cref="GrantConsent"/> makes of it. Until the document is written nothing is stored,
/// except that nobody was asked when that is so.
/// </summary>
internal sealed class Authorise(CheckConsent check, FindHome findHome, AidMint mint, Consents consents, GrantConsent grant)
    : IHandle<AuthoriseRequest, AuthoriseAnswer>
{
    /// <inheritdoc/>
    public async Task<Answer<AuthoriseAnswer>> HandleAsync(AuthoriseRequest request, Call call, CancellationToken cancellationToken)
    {
        if (call.Caller.EnterpriseId != request.EnterpriseId)
            return ProblemCodes.EnterpriseForeign;
        var authorisation = AuthorisationIds.Of(request.EnterpriseId, Required(call.IdempotencyKey));
        if (await consents.FindAsync(authorisation, cancellationToken) is { } earlier) // an earlier run got past its decision: its date, click and home stand
            return earlier.ConsentNonce == request.ConsentNonce ? await grant.GrantAsync(earlier, cancellationToken) : ProblemCodes.IdempotencyKeyReused;

        var consent = await check.CheckAsync(request, authorisation, call.ReceivedAt, cancellationToken);
        if (consent.Value is not { } valid)
            return consent.Problem!;
        var expiresAt = UnixTime.From(call.ReceivedAt.AddDays(valid.Agreement.Choices.TermDays)); // ISC-6.2.2.1 b: the AID's term is the authorisation's
        var home = await findHome.FindAsync(request, authorisation, expiresAt, cancellationToken);
        if (home.Value is not { } found)
            return home.Problem!;
        if (await check.SettleAsync(request, valid, authorisation, call.ReceivedAt, cancellationToken) is not { } assurance)
            return ProblemCodes.ConsentClickRefused;

        var aid = await mint.MintAsync(request.EnterpriseId, found.Tag, authorisation, cancellationToken);
        var document = Document(request, call, valid, assurance, found, authorisation, aid, expiresAt);
        return await grant.GrantAsync(await consents.CreateAsync(document, cancellationToken), cancellationToken);
    }

    private static ConsentDocument Document(
        AuthoriseRequest request, Call call, CheckedConsent consent, Assurance assurance, Home home, AuthorisationId authorisation, Aid aid, UnixTime expiresAt) => new(
        authorisation, request.EnterpriseId, request.ServiceId, consent.Policy.Version, PolicyText.Write(consent.Policy), request.ConsentNonce,
        consent.Agreement.Choices, consent.Agreement.Text, consent.Agreement.SubmittedAt, home.OperatorId, home.Tag, home.SealedId,
        SealBytes.Names(request.Identifiers), UnixTime.From(call.ReceivedAt), expiresAt, assurance, aid, Required(call.Author), call.ContentDigest);

    private static string Required(string? text) => text ?? throw new InvalidOperationException("The gate lets no such call through without it.");
}
