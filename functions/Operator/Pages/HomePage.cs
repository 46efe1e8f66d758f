using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Operator.Pages;

/// <summary>The plain first page: which operator this is and what it does with numbers.</summary>
internal static class HomePage
{
    public static Task<IResult> RenderAsync(HttpContext http) => Task.FromResult<IResult>(new RazorComponentResult<Home>(new Dictionary<string, object?>
    {
        [nameof(Home.Options)] = http.RequestServices.GetRequiredService<OperatorOptions>(),
    }));
}
