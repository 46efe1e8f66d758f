using Ascs.Contracts;
using Ascs.Trust.Directory;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Confirmations;

/// <summary><c>POST /confirm/click</c>: our own page, our own cookie and token, the document once more. The click is recorded and its first answer stays.</summary>
internal sealed class RecordClick(
    ReadConfirmation reader, Clicks clicks, FormTokens tokens, ReturnToEnterprise returning, ConfirmationNotices notices, IPlatformDirectory directory, TimeProvider time)
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
        var click = new Click(form.Decision == "confirm", UnixTime.From(time.GetUtcNow()), confirmation.TextHash, confirmation.SealedIdsHash);
        var counted = await clicks.RecordAsync(confirmation.EnterpriseId, confirmation.ConsentNonce, click, context.RequestAborted);
        return returning.Show(context, form, found, counted);
    }
}
