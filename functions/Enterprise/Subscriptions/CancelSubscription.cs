using Ascs.Contracts;
using Ascs.Enterprise.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Enterprise.Subscriptions;

/// <summary><c>POST /subscriptions/cancel</c>: first asks (ISC-7.4), then withdraws at the trusted party at once (ISC-6.1.1.6) and says what that did.</summary>
internal sealed class CancelSubscription(MySubscriptions mine, Withdrawals withdrawals, Forms forms, Frames frames, Notices notices)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        if (await forms.ReadOwnAsync(context) is not ({ } visitor, { } fields))
            return notices.ForeignForm(context);
        if (await mine.FindAsync(visitor, fields["subscription"], ct) is not ({ } subscription, var aid))
            return notices.Show(context, 404, new NoticeView(
                new("没有找到这项订阅", "This subscription was not found"),
                new("它不在这个浏览器的列表里。请用管理码打开后再取消。", "It is not in this browser's list. Open it with its manage code first.")));
        return fields["sure"] == "yes" ? await WithdrawAsync(context, subscription, aid, ct) : Page(context, 200, new CancelView(subscription, CancelStage.Asked));
    }

    // One withdrawal a subscription: pressing twice asks for the same one.
    private async Task<IResult> WithdrawAsync(HttpContext context, MySubscription subscription, Aid aid, CancellationToken ct)
    {
        var answer = await withdrawals.WithdrawAsync([aid], RevokedBy.PersonOnPage, "withdraw-" + subscription.Reference, ct);
        if (answer.Value?.Results is not [{ State: AidState.Revoked or AidState.Expired } result])
            return Page(context, 503, new CancelView(subscription, CancelStage.NotYet));
        var stage = answer.Status == StatusCodes.Status202Accepted ? CancelStage.Accepted : CancelStage.Done;
        return Page(context, 200, new CancelView(subscription, stage, result.AlreadyHandedOver, answer.Value.NothingAfter));
    }

    private RazorComponentResult<CancelPage> Page(HttpContext context, int status, CancelView view) =>
        new(new { Frame = frames.Of(context, EnterpriseCatalogue.Subscriptions.Route), View = view }) { StatusCode = status };
}
