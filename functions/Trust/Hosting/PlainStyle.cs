using System.Security.Cryptography;
using System.Text;

namespace Ascs.Trust.Hosting;

/// <summary>
/// The look of a page that is only a few words and has no style sheet of a party: it stands inside the page, and browsers take it because every page's policy names its hash.
/// </summary>
public static class PlainStyle
{
    /// <summary>What stands between <c>&lt;style&gt;</c> and <c>&lt;/style&gt;</c>, to the byte.</summary>
    public const string Css = """
        :root{color-scheme:light dark;--paper:#f5f5f3;--card:#fff;--ink:#1b2023;--soft:#596168;--line:#dddcd7}
        @media(prefers-color-scheme:dark){:root{--paper:#121416;--card:#1b1f22;--ink:#e9ebec;--soft:#a5adb3;--line:#30363b}}
        body{margin:0;min-height:100dvh;display:grid;place-items:center;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;font:17px/1.65 system-ui,-apple-system,"Segoe UI","PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",sans-serif}
        main{box-sizing:border-box;width:min(560px,calc(100% - 2rem));margin:1rem;padding:1.75rem;background:var(--card);border:1px solid var(--line);border-radius:18px}
        h1{margin:0 0 .8rem;font-size:1.5rem;line-height:1.3;text-wrap:balance}
        p{margin:.5rem 0}
        [lang=en],.soft{color:var(--soft)}
        h1 [lang=en]{display:block;font-size:1rem;font-weight:500}
        code{font-size:.85rem}
        a{color:inherit;text-underline-offset:.2em;display:inline-block;padding:.5rem 0}
        """;

    /// <summary>The hash as a source of a content security policy.</summary>
    internal static string Source { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
