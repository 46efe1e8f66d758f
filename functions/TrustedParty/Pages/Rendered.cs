using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ascs.TrustedParty.Pages;

/// <summary>Renders a component with its frame and view.</summary>
internal static class Rendered
{
    public static IResult Of<TComponent>(PageFrame frame, object view, int status = StatusCodes.Status200OK)
        where TComponent : IComponent =>
        new RazorComponentResult<TComponent>(new Dictionary<string, object?> { ["Frame"] = frame, ["View"] = view }) { StatusCode = status, PreventStreamingRendering = true };
}
