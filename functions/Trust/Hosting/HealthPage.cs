using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Hosting;

/// <summary><c>/health</c>: 200 with the state of each part, 503 when one is down. Names and states only.</summary>
internal static class HealthPage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<IResult> ShowAsync(HttpContext context)
    {
        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        var parts = context.RequestServices.GetServices<IHealthPart>().OrderBy(part => part.Name, StringComparer.Ordinal).ToList();
        var states = await Task.WhenAll(parts.Select(part => IsUpAsync(part, time, context.RequestAborted)));
        var document = new JsonObject { ["status"] = State(states.All(up => up)) };
        var list = new JsonObject();
        for (var i = 0; i < parts.Count; i++) list[parts[i].Name] = State(states[i]);
        document["parts"] = list;
        return Results.Text(document.ToJsonString(), "application/json; charset=utf-8", statusCode: states.All(up => up) ? 200 : 503);
    }

    private static async Task<bool> IsUpAsync(IHealthPart part, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await part.IsUpAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false; // whatever it threw, it is down; the part's own journal says why
        }
    }

    private static string State(bool up) => up ? "up" : "down";
}
