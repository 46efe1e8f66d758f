using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Enterprise.Pages;

/// <summary>Friendly pages that end a way: what happened, what it means, where to go on.</summary>
internal sealed class Notices(Frames frames)
{
    /// <summary>A form without our token or from elsewhere.</summary>
    public IResult ForeignForm(HttpContext context) => Show(context, 403, new NoticeView(
        new("请从页面重新提交", "Please submit from the page again"),
        new("这次提交没有带上本站的凭证，什么都没有改变。请确认浏览器允许本站Cookie，再从页面上操作一次。",
            "This submission did not carry this site's token, and nothing was changed. Please allow cookies for this site and try again from the page.")));

    /// <summary>The consent session is over or never was.</summary>
    public IResult SessionOver(HttpContext context) => Show(context, 410, new NoticeView(
        new("这个页面已过期", "This page has expired"),
        new("为了保护您的信息，同意页面只保留30分钟。您没有被订阅任何服务，设备标识已删除。",
            "To protect you, the consent page is kept for 30 minutes only. You are not subscribed to anything by it, and the device identifier was deleted.")));

    /// <summary>Any other.</summary>
    public IResult Show(HttpContext context, int status, NoticeView view) =>
        new RazorComponentResult<Notice>(new { Frame = frames.Of(context, "/"), View = view }) { StatusCode = status };
}
