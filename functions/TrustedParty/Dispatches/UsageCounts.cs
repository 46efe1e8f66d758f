namespace Ascs.TrustedParty.Dispatches;

/// <summary>Messages counted against the promises of a person at an enterprise.</summary>
/// <param name="Day">In the calendar day.</param>
/// <param name="Week">In the calendar week.</param>
internal readonly record struct UsageCounts(int Day, int Week);
