using Ascs.Contracts;
using Ascs.Trust.Hosting;
using Ascs.TrustedParty.Pages;
using Microsoft.AspNetCore.Http;

namespace Ascs.TrustedParty.Confirmations;

/// <summary>Pages that say why nothing can be confirmed. Nothing of the request is in them.</summary>
internal sealed class ConfirmationNotices(TrustedPartyOptions options)
{
    private static readonly LocalText GoBack = new("什么都没有改变。请回到您来的页面，重新提交一次。", "Nothing was changed. Please go back to the page you came from and submit it again.");

    /// <summary>The document is refused.</summary>
    public IResult Refused(HttpContext context, ConfirmationForm form, ConfirmationFault fault) => fault switch
    {
        ConfirmationFault.Expired => Show(context, form, StatusCodes.Status410Gone, new NoticeView(
            new("这次确认已过期", "This confirmation has expired"), new("为了您的安全，确认页面10分钟内有效。请回到您来的页面重新提交。", "For your safety a confirmation is good for 10 minutes. Please submit again on the page you came from."))),
        ConfirmationFault.NotOffered => Show(context, form, StatusCodes.Status422UnprocessableEntity, new NoticeView(
            new("内容与登记的不一致", "This is not what was registered"), new("对方展示的内容与其登记的服务不一致，因此不能确认。", "What you were shown is not the service as it is registered with us, so it can't be confirmed."))),
        _ => Show(context, form, StatusCodes.Status400BadRequest, new NoticeView(new("无法识别的请求", "We can't recognise this request"), GoBack)),
    };

    /// <summary>The form was on a page of nobody we know, or without our token.</summary>
    public IResult ForeignForm(HttpContext context, ConfirmationForm form) => Show(context, form, StatusCodes.Status403Forbidden, new NoticeView(
        new("请从页面重新提交", "Please submit from the page again"), GoBack));

    /// <summary>The showing was answered already, about another text or other identifiers.</summary>
    public IResult AnsweredOtherwise(HttpContext context, ConfirmationForm form) => Show(context, form, StatusCodes.Status409Conflict, new NoticeView(
        new("这次确认已被使用", "This confirmation was used already"), GoBack));

    private IResult Show(HttpContext context, ConfirmationForm form, int status, NoticeView view) =>
        Rendered.Of<Notice>(new PageFrame(form.Language ?? Languages.Of(context), options.Name), view, status);
}
