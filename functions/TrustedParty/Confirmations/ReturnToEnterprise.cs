using System.Buffers.Text;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Hosting;
using Ascs.TrustedParty.Pages;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>The page whose form carries the signed result back to the enterprise, and to nobody else.</summary>
internal sealed class ReturnToEnterprise(IDocumentSigner signer, ConfirmationNotices notices, TrustedPartyOptions options)
{
    public IResult Show(HttpContext context, ConfirmationForm form, ConfirmationCase found, Click click)
    {
        var confirmation = found.Confirmation;
        if (click.TextHash != confirmation.TextHash || click.SealedIdsHash != confirmation.SealedIdsHash)
            return notices.AnsweredOtherwise(context, form); // one showing, two consents: the enterprise used a nonce twice
        var confirmed = click.Kind == ClickKind.Confirmed;
        context.AllowFormsTo(found.ReturnTo);
        var result = new ConfirmationResult(1, confirmation.EnterpriseId, confirmation.ConsentNonce, confirmed, click.At);
        var view = new ReturnView(confirmed, click.Unasked is not null, found.Policy.EnterpriseName, click.At.ToTime(), found.ReturnTo, Carry(result));
        return Rendered.Of<ReturnPage>(new PageFrame(form.Language ?? confirmation.Choices.Language, options.Name, form.Carried), view);
    }

    private string Carry(ConfirmationResult result)
    {
        var signed = signer.Sign(Operations.ConfirmationResult, Json(result));
        return Base64Url.EncodeToString(Json(signed));
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, WireOptions.Strict.GetTypeInfo(typeof(T)));
}
