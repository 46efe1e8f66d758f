namespace Ascs.Hosts.Local.Demo;

/// <summary>One step of the journey as it went.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">What happens.</param>
/// <param name="Held">True when everything was as it must be.</param>
/// <param name="Happened">What was seen, one sentence each.</param>
/// <param name="Learned">Who learned what.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record DemoStep(int Number, string Title, bool Held, IReadOnlyList<string> Happened, IReadOnlyList<string> Learned, long Milliseconds);
