namespace Ascs.Journeys.Tests.Kills;

/// <summary>One moment at which processes died.</summary>
/// <param name="Names">Which.</param>
/// <param name="From">They ran until here at least.</param>
/// <param name="To">They were dead from here on.</param>
internal sealed record Kill(IReadOnlyList<string> Names, DateTimeOffset From, DateTimeOffset To);
