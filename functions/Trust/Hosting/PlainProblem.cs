using System.Diagnostics;
using Ascs.Contracts;
using Ascs.Trust.Problems;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>A refusal outside the gate: the same document as the gate's (CHEAA-4.1.4), unsigned, for nobody has proved who asks.</summary>
internal static class PlainProblem
{
    public static async Task WriteAsync(HttpContext context, ProblemCode code)
    {
        var body = ProblemTranslator.ToBody(code, Activity.Current!.TraceId.ToHexString());
        var response = context.Response;
        (response.StatusCode, response.ContentType, response.ContentLength) = (code.Status, ProblemTranslator.ContentType, body.Length);
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
