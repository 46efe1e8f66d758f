using Ascs.Contracts;
using Ascs.Trust.Directory;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Confirmations;

/// <summary><c>POST /confirm/click</c>: our own page, our own cookie and token, the document once more. The click is recorded; who closes the page has answered all the same.</summary>
internal sealed class RecordClick(
    ReadConfirmation reader, Clicks clicks, FormTokens tokens, ShowAnswer answer, ConfirmationNotices notices, IPlatformDirectory directory, TimeProvider time)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var form = await ConfirmationForm.ReadAsync(context);
        if (!Origins.IsFrom(context, directory.Self.PublicAddress) || !tokens.Holds(context, form.Carried, form.Token) || form.Decision is not ("confirm" or "decline"))
            return notices.ForeignForm(context, form);
        var (found, fault) = reader.Read(form.Carried);
        if (found is null)
            return notices.Refused(context, form, fault);
        var confirmation = found.Confirmation;
        var kind = form.Decision == "confirm" ? ClickKind.Confirmed : ClickKind.Declined;
        var click = new Click(kind, UnixTime.From(time.GetUtcNow()), confirmation.TextHash, confirmation.SealedIdsHash);
        var counted = await clicks.RecordAsync(confirmation.EnterpriseId, confirmation.ConsentNonce, click, CancellationToken.None);
        return await answer.HandleAsync(context, form, found, counted);
    }
}
