namespace Ascs.Trust.Limits;

/// <summary>A limit and how much of it is left, as the `RateLimit` fields tell it. Its own caller's, so it says nothing about anybody else.</summary>
/// <param name="Name">Which limit, lower case.</param>
/// <param name="Quota">What it allows in its window.</param>
/// <param name="Window">The window.</param>
/// <param name="Remaining">What is left now.</param>
/// <param name="Reset">Until all of it is back.</param>
/// <param name="Unit">What is counted: <c>requests</c> or <c>aids</c>.</param>
public sealed record LimitLevel(string Name, long Quota, TimeSpan Window, long Remaining, TimeSpan Reset, string Unit);
