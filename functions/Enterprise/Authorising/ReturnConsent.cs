using System.Buffers.Text;
using System.Text.Json;
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
    private const int MaxResult = 16 * 1024;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var trustedParty = directory.TrustedParty();
        if (await forms.ReadForeignAsync(context, trustedParty.PublicAddress ?? trustedParty.Address) is not { } fields)
            return notices.ForeignForm(context);
        var carried = fields["result"].ToString();
        if (Read(carried, trustedParty) is not { } result)
            return Forged(context);
        return Show(context, await settle.RunAsync(result, context.RequestAborted), carried);
    }

    /// <summary>The result; null unless the trusted party signed exactly this, for this enterprise.</summary>
    private ConfirmationResult? Read(string carried, Peer trustedParty)
    {
        if (carried.Length is 0 or > MaxResult || !Base64Url.IsValid(carried) || Parse<SignedDocument>(Base64Url.DecodeFromChars(carried)) is not { } document)
            return null;
        return signer.TryOpen(trustedParty.PlatId, Operations.ConfirmationResult, document, out var content)
            && Parse<ConfirmationResult>(content) is { V: 1 } result && result.EnterpriseId == options.EnterpriseId ? result : null;
    }

    private static T? Parse<T>(byte[] json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, WireOptions.Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private IResult Show(HttpContext context, ReturnOutcome outcome, string carried) => outcome switch
    {
        ReturnOutcome.Done done => Done(context, done),
        ReturnOutcome.Declined => notices.Show(context, 200, new NoticeView(
            new("好的，没有开通", "Fine, nothing was switched on"),
            new("您在公信第三方的页面上选择了不同意。没有订阅，设备标识已删除，其他服务不受影响。",
                "You said no on the trusted third party's page. You are not subscribed, the device identifier was deleted, and nothing else changes."),
            IsGood: true)),
        ReturnOutcome.SettledBefore => notices.Show(context, 409, new NoticeView(
            new("您已经确认过了", "You have confirmed already"),
            new("这次打开的同意页面已经确认过一次，或已过期。没有重复订阅。", "This consent page was confirmed before, or has expired. You were not subscribed twice."))),
        ReturnOutcome.Refused refused => notices.Show(context, 422, new NoticeView(new("没有开通", "Not switched on"), RefusalWords.Of(refused.Code))),
        ReturnOutcome.TryAgain => notices.Show(context, 503, new NoticeView(
            new("还没办好，请再试一次", "Not done yet, please try again"),
            new("合作平台暂时没有回应。您的选择已保存，再试一次不会重复订阅。", "A partner platform did not answer. Your choice is saved; trying again will not subscribe you twice."),
            Resubmit: carried)),
        ReturnOutcome.Unproven => notices.Show(context, 502, new NoticeView(
            new("存证没有通过核验", "The receipt did not check out"),
            new("公信第三方的回执没有通过核验，因此我们不会使用这次授权，也不会联系您。请稍后再试。",
                "The trusted third party's receipt failed our check, so this consent is not used and nobody will contact you. Please try again later."),
            Resubmit: carried)),
        _ => notices.SessionOver(context),
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

    private IResult Forged(HttpContext context) => notices.Show(context, 400, new NoticeView(
        new("无法确认这次返回", "This return can't be verified"),
        new("返回的内容不是公信第三方签署给我们的，没有订阅。请从头开始。", "What came back was not signed to us by the trusted third party. You are not subscribed. Please start again.")));
}
