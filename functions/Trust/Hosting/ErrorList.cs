using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Gate;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary><c>/v1/errors</c>: the catalogue of problem codes, the same at every platform of this version.</summary>
internal static class ErrorList
{
    private static readonly byte[] Json = JsonSerializer.SerializeToUtf8Bytes(ProblemCatalogue.Current, WireOptions.Tolerant);

    public static Task<IResult> ShowAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Task.FromResult(Results.Bytes(Json, PlainAnswer.Json));
    }
}
