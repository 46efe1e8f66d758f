using Ascs.Trust.Directory;
using Ascs.TrustedParty.Pages;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>
/// <c>POST /confirm</c>: the enterprise's form arrives with a signed confirmation; the person sees who, what and how long in the trusted party's words, and two buttons.
/// Nothing is stored. The language switch posts the same document again, from here.
/// </summary>
internal sealed class ShowConfirmation(
    ReadConfirmation reader, Clicks clicks, FormTokens tokens, ShowAnswer answer, ConfirmationNotices notices, IPlatformDirectory directory,
    TrustedPartyOptions options, TimeProvider time)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var form = await ConfirmationForm.ReadAsync(context);
        var (found, fault) = reader.Read(form.Carried);
        if (found is null)
            return notices.Refused(context, form, fault);
        if (!Origins.IsFrom(context, found.Enterprise.PublicAddress) && !Origins.IsFrom(context, directory.Self.PublicAddress))
            return notices.ForeignForm(context, form);
        if (await clicks.FindAsync(found.Confirmation.EnterpriseId, found.Confirmation.ConsentNonce, context.RequestAborted) is { } earlier)
            return await answer.HandleAsync(context, form, found, earlier); // answered already
        var choices = found.Confirmation.Choices;
        var view = new ConfirmView(found.Policy, choices, time.GetUtcNow().AddDays(choices.TermDays), form.Carried, tokens.Issue(context, form.Carried));
        return Rendered.Of<ConfirmPage>(new PageFrame(form.Language ?? choices.Language, options.Name, form.Carried), view);
    }
}
