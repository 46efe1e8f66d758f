using Ascs.Contracts;
using Microsoft.AspNetCore.Http;

namespace Ascs.Trust.Hosting;

/// <summary>A page with what renders it.</summary>
/// <param name="Page">The catalogue entry.</param>
/// <param name="Render">Renders it.</param>
public sealed record BoundPage(Page Page, Func<HttpContext, Task<IResult>> Render);
