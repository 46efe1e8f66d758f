using Ascs.Contracts;
using Ascs.Trust.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ascs.Enterprise.Pages;

/// <summary>Makes the frame of a page.</summary>
internal sealed class Frames(Visitors visitors, EnterpriseOptions options)
{
    private static readonly LocalText Nobody = new("匿名通信服务", "Anonymous communication");
    private readonly LocalText name = options.Policies.FirstOrDefault(p => p.EnterpriseId == options.EnterpriseId)?.EnterpriseName ?? Nobody;

    /// <summary>The frame of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="back">A page that GET shows, for the language switch.</param>
    /// <param name="visitor">Whose forms are on it; null takes the one the browser names.</param>
    public PageFrame Of(HttpContext context, string back, Visitor? visitor = null) =>
        new(Languages.Of(context), name, back, (visitor ?? visitors.Find(context))?.FormToken ?? "");
}
