using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>The page a person sees when there is none, or when it broke. Constant but for the trace id; in both languages.</summary>
internal static class ErrorPage
{
    public static IResult Of(int status, string traceId)
    {
        var (zh, en) = status switch
        {
            404 => ("没有这个页面", "There is no such page"),
            405 => ("请从页面上的按钮进入", "Please use the button on the page"),
            413 => ("提交的内容过大", "What was sent is too large"),
            >= 500 => ("系统出了问题，请稍后再试", "Something went wrong here. Please try again later"),
            _ => ("请求无法处理", "The request can't be handled"),
        };
        var html = $"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{zh}</title><style>{PlainStyle.Css}</style></head>
            <body><main><h1>{zh}<span lang="en">{en}.</span></h1><p class="soft">编号 Reference <code>{traceId}</code></p><p><a href="/">返回首页 Back to the start</a></p></main></body></html>
            """;
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8, status);
    }
}
