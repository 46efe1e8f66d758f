namespace Ascs.TrustedParty.Events;

/// <summary>How an enterprise is offered events next.</summary>
/// <param name="Back">How many events before the last acknowledged one to begin.</param>
/// <param name="Pause">How long to wait before, when the last try came to nothing.</param>
internal readonly record struct PushPlan(long Back, TimeSpan Pause);
