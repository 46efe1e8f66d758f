using System.Text;
using Ascs.Contracts;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>The page a person sees when there is none, or when it broke: the code with its constant words in both languages and the trace id (CHEAA-4.1.4).</summary>
internal static class ErrorPage
{
    public static IResult Of(ProblemCode code, string traceId)
    {
        var (zh, en) = WordsOf(code);
        var html = $"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{zh}</title><style>{PlainStyle.Css}</style></head>
            <body><main><h1>{zh}<span lang="en">{en}</span></h1><p class="soft">编号 Reference <code>{code.Code} {traceId}</code></p><p><a href="/">返回首页 Back to the start</a></p></main></body></html>
            """;
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, code.Status);
    }

    // People look for pages and press buttons; routes and methods are the machines' words.
    private static (string Zh, string En) WordsOf(ProblemCode code) =>
        code == ProblemCodes.RouteUnknown ? ("没有这个页面。", "There is no such page.")
        : code == ProblemCodes.MethodNotAllowed ? ("请从页面上的按钮进入。", "Please use the button on the page.")
        : (code.Zh, code.Title);
}
