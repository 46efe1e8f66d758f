using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Authorisations;
using Ascs.TrustedParty.Pages;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>
/// The page of a showing that has its answer. What an enterprise set up without waiting is told to the person, who can still decline; that withdraws it before
/// the page says so. When the grant is still on its way, <see cref="GrantConsent"/> finds the No after it wrote the record, so one of the two always withdraws.
/// </summary>
internal sealed class ShowAnswer(FormTokens tokens, ReturnToEnterprise returning, IAidRecords records, IRevocations revocations, TrustedPartyOptions options)
{
    public async Task<IResult> HandleAsync(HttpContext context, ConfirmationForm form, ConfirmationCase found, Click click)
    {
        if (click.Kind == ClickKind.NotAsked)
            return AlreadySetUp(context, form, found);
        if (click is { Kind: ClickKind.Declined, Unasked: { } unasked })
            await WithdrawAsync(unasked);
        return returning.Show(context, form, found, click);
    }

    // Whoever closes the page has answered all the same: nothing here follows the browser's connection.
    private async Task WithdrawAsync(AuthorisationId unasked)
    {
        if (await records.FindByAuthorisationAsync(unasked, CancellationToken.None) is { } record)
            await revocations.RevokeAsync([record], RevokedBy.PersonOnPage, null, CancellationToken.None);
    }

    private IResult AlreadySetUp(HttpContext context, ConfirmationForm form, ConfirmationCase found)
    {
        var view = new UnaskedView(found.Policy.EnterpriseName, form.Carried, tokens.Issue(context, form.Carried));
        return Rendered.Of<UnaskedPage>(new PageFrame(form.Language ?? found.Confirmation.Choices.Language, options.Name, form.Carried), view);
    }
}
