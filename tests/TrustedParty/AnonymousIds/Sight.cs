using System.Text.Json;
using Ascs.Contracts;
using Ascs.Tests;

namespace Ascs.TrustedParty.Tests.AnonymousIds;

/// <summary>An answer as whoever asked sees it, but for the ids they sent themselves.</summary>
internal static class Sight
{
    public static string Of<T>(Answer<T> answer)
        where T : class => WatchedStore.ShapeOf(
            $"{answer.Status} {answer.Problem?.Code} {string.Join(',', answer.Problem?.Errors ?? [])} {answer.Problem?.RetryAfter} {JsonSerializer.Serialize(answer.Value, WireOptions.Strict)}");
}
