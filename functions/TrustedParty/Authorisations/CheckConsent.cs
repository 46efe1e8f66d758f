using System.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.TrustedParty.Confirmations;
using Ascs.TrustedParty.Services;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>The checks of a consent, in this order, each with one reason to refuse (ISC-6.2.1.1: checked before it is recorded).</summary>
internal sealed class CheckConsent(IServiceCatalogue catalogue, Intake intake, Clicks clicks)
{
    public async Task<Answer<CheckedConsent>> CheckAsync(AuthoriseRequest request, AuthorisationId authorisation, DateTimeOffset now, CancellationToken ct)
    {
        if (catalogue.Policy(request.EnterpriseId, request.ServiceId) is null)
            return ProblemCodes.ServiceUnknown;
        if (intake.Open(request) is not { } agreement)
            return ProblemCodes.AgreementUnreadable;
        if (catalogue.Policy(request.EnterpriseId, request.ServiceId, agreement.PolicyVersion) is not { } policy || !Offers(policy, agreement, request))
            return ProblemCodes.ChoicesNotOffered;
        if (!SaysWhatThePolicySays(policy, agreement, request.TextHash))
            return ProblemCodes.ConsentTextMismatch;
        var click = await clicks.FindAsync(request.EnterpriseId, request.ConsentNonce, ct);
        if (click is not null && AssuranceOf(click, request, authorisation, now) is null)
            return ProblemCodes.ConsentClickRefused;
        return new CheckedConsent(policy, agreement, click);
    }

    /// <summary>
    /// One showing has one answer. When the person gave none, that nobody was asked is recorded now: whoever writes first has answered, and a person who says no
    /// after that withdraws what is made here. Called when all else is decided, so that a refusal leaves the showing open.
    /// </summary>
    public async Task<Assurance?> SettleAsync(AuthoriseRequest request, CheckedConsent consent, AuthorisationId authorisation, DateTimeOffset now, CancellationToken ct)
    {
        var unasked = new Click(ClickKind.NotAsked, UnixTime.From(now), request.TextHash, HashOf(request.Identifiers), authorisation);
        var click = consent.Click ?? await clicks.RecordAsync(request.EnterpriseId, request.ConsentNonce, unasked, ct);
        return AssuranceOf(click, request, authorisation, now);
    }

    private static Assurance? AssuranceOf(Click click, AuthoriseRequest request, AuthorisationId authorisation, DateTimeOffset now) =>
        click.AssuranceOf(authorisation, request.TextHash, HashOf(request.Identifiers), now);

    private static Digest HashOf(IReadOnlyList<SealedIdentifier> identifiers) => Digest.From(Sm3.Hash(SealedIds.ToHash(identifiers)));

    // ISC-6.1.1.3: no kind of identifier beyond those the person was told of.
    private static bool Offers(ServicePolicy policy, Agreement agreement, AuthoriseRequest request) =>
        agreement.Choices.AreOfferedBy(policy) && request.Identifiers.All(id => policy.Identifiers.Contains(id.Type));

    // ISC-6.1.1.1: the words are made again here; the enterprise can't have shown others and have them pass.
    private static bool SaysWhatThePolicySays(ServicePolicy policy, Agreement agreement, Digest textHash)
    {
        var text = ConsentText.For(policy, agreement.Choices);
        return text == agreement.Text && Digest.From(Sm3.Hash(Encoding.UTF8.GetBytes(text))) == textHash;
    }
}
