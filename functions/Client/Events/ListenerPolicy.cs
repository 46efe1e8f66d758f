using Ascs.Trust.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Ascs.Client.Events;

/// <summary>
/// Keeps a program's two doors apart: on the platform's listener nothing is answered but the platform's endpoints, and those nowhere else. What the program itself maps stays as it is
/// on its own listeners.
/// </summary>
internal sealed class ListenerPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Marks the platform's endpoints.</summary>
    public static object Mark { get; } = new PlatformMark();

    public override int Order => int.MinValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsMarked);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var onPlatform = httpContext.Listener() == Listener.Platform;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && IsMarked(candidates[i].Endpoint) != onPlatform)
                candidates.SetValidity(i, false);
        }

        return Task.CompletedTask;
    }

    private static bool IsMarked(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PlatformMark>() is not null;

    private sealed class PlatformMark;
}
