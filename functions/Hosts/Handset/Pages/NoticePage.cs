using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.Hosts.Handset.Pages;

/// <summary>The pages of what does not work.</summary>
internal static class NoticePage
{
    internal static IResult NoSuchPhone(HttpContext http) => Show(http, 404, words => (
        words["没有这部手机", "No such phone"], words["这个地址不对应任何手机。手机在收到第一条短信时出现。", "No phone has this address. A phone appears with its first message."]));

    internal static IResult Expired(HttpContext http) => Show(http, 400, words => (
        words["表单已失效", "The form is no longer valid"], words["什么都没有发送。请回到页面，刷新后再试一次。", "Nothing was sent. Go back, reload the page and try once more."]));

    private static RazorComponentResult<Notice> Show(HttpContext http, int status, Func<Words, (string Title, string Text)> say)
    {
        var frame = PageFrame.Of(http, "/");
        var (title, text) = say(frame.Words);
        return new RazorComponentResult<Notice>(new { Frame = frame, Title = title, Text = text }) { StatusCode = status };
    }
}
