namespace Ascs.Contracts;

/// <summary>Authorisation and communication evidence of an AID.</summary>
/// <param name="V">1.</param>
/// <param name="Aid">The AID.</param>
/// <param name="Timeline">What happened, oldest first.</param>
/// <param name="Bundle">Proof bundle over the same leaves (WIRE.md), base64url; check it offline.</param>
/// <param name="Cursor">For more; null at the end.</param>
public sealed record TraceAnswer(int V, Aid Aid, IReadOnlyList<TimelineEntry> Timeline, string Bundle, string? Cursor);
