using Microsoft.AspNetCore.Http;

namespace Ascs.Enterprise.Pages;

/// <summary>303 to a page of ours: a reload does not post again (RFC 9110 15.4.4).</summary>
/// <param name="path">A path of this origin.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
