namespace Ascs.TrustedParty.Events;

/// <summary>An append that waits for its place.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Events">Its events.</param>
/// <param name="Appended">Ends once it is durable.</param>
internal sealed record PendingAppend(string Key, IReadOnlyList<PendingEvent> Events, TaskCompletionSource Appended);
