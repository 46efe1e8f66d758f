using Ascs.Contracts;
using Ascs.Enterprise.Pages;
using Ascs.Enterprise.Services;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Enterprise.Authorising;

/// <summary>
/// <c>POST /consent/return</c>: back from the trusted party's page. Another site posts this form, so no cookie of ours comes with it: the consent is found by the
/// nonce in the signed result, which only the browser that clicked was given. That is safe because the page shows nothing that the result does not already
/// stand for, sets no cookie, and takes nothing from the browser it runs in: posted elsewhere, it would only settle the same consent for its own visitor.
/// </summary>
internal sealed class ReturnConsent(
    SettleConsent settle, ServiceBook services, IPlatformDirectory directory, IDocumentSigner signer, Forms forms, Frames frames, Notices notices, EnterpriseOptions options)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var trustedParty = directory.TrustedParty();
        if (await forms.ReadForeignAsync(context, trustedParty.PublicAddress ?? trustedParty.Address) is not { } fields)
            return notices.ForeignForm(context);
        var carried = fields["result"].ToString();
        if (Read(carried, trustedParty) is not { } result)
            return notices.Show(context, StatusCodes.Status400BadRequest, ReturnWords.Forged);
        return Show(context, await settle.RunAsync(result, context.RequestAborted), carried);
    }

    /// <summary>The result; null unless the trusted party signed exactly this, for this enterprise.</summary>
    private ConfirmationResult? Read(string carried, Peer trustedParty) =>
        CarriedDocuments.Read(carried) is { } document
        && signer.Open<ConfirmationResult>(trustedParty.PlatId, Operations.ConfirmationResult, document) is { } result
        && result.EnterpriseId == options.EnterpriseId ? result : null;

    private IResult Show(HttpContext context, ReturnOutcome outcome, string carried) => outcome switch
    {
        ReturnOutcome.Done done => Done(context, done),
        ReturnOutcome.Over => notices.SessionOver(context),
        _ => notices.Show(context, ReturnWords.StatusOf(outcome), ReturnWords.Of(outcome, carried)),
    };

    private IResult Done(HttpContext context, ReturnOutcome.Done done)
    {
        var frame = frames.Of(context, EnterpriseCatalogue.Subscriptions.Route) with { Language = done.Record.Choices.Language };
        return services.Find(done.Record.ServiceId, done.Record.PolicyVersion) is { } policy && done.Record.Grant is { } grant
            ? new RazorComponentResult<DonePage>(new
            {
                Frame = frame,
                View = new DoneView(policy, done.Record.Choices, grant.ConsentedAt, grant.ExpiresAt, done.ManageCode, ReceiptCheck.IndexOf(grant.Receipt)),
            })
            : notices.SessionOver(context);
    }
}
