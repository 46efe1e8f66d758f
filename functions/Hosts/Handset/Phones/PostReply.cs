using System.Globalization;
using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Pages;

namespace Ascs.Hosts.Handset.Phones;

/// <summary><c>POST /phones/ID/replies</c>: sends what was typed, or the word on a quick button, and goes back to the conversation.</summary>
internal sealed class PostReply(Replying replying, ShowPhone page)
{
    internal async Task<IResult> Handle(HttpContext http, IFormCollection form)
    {
        var id = (string)http.Request.RouteValues["id"]!;
        // A browser sends line ends of a text box as CR LF (HTML 4.10.21.4); a phone has line feeds.
        var text = (form["quick"] is [{ } quick] ? quick : form["text"].ToString()).ReplaceLineEndings("\n").Trim();
        if (!long.TryParse(form["thread"], NumberStyles.None, CultureInfo.InvariantCulture, out var thread)) return NoticePage.NoSuchPhone(http);
        if (!Wire.IsText(text)) return await page.Page(http, thread, text, Fault(Words.Of(http.Request), text));
        if (!await replying.Send(id, thread, text)) return NoticePage.NoSuchPhone(http);
        return LanguageSwitch.SeeOther(http, $"/phones/{id}?thread={thread}{(form["refresh"] == "1" ? "&refresh=1" : "")}");
    }

    private static string Fault(Words words, string text) => text.Length switch
    {
        0 => words["请先写点什么。", "Write something first."],
        > Wire.MaxText => words[$"最多 {Wire.MaxText} 字，现在是 {text.Length} 字。", $"At most {Wire.MaxText} characters; this has {text.Length}."],
        _ => words["含有无法发送的控制字符。", "It holds control characters, which cannot be sent."],
    };
}
