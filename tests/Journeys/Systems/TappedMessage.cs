namespace Ascs.Journeys.Tests.Systems;

/// <summary>A message and its answer as they crossed a party's boundary, inside TLS.</summary>
/// <param name="Party">Id of the party that answered.</param>
/// <param name="Path">What was asked.</param>
/// <param name="Request">First line, headers and body.</param>
/// <param name="RequestBody">The body alone.</param>
/// <param name="Answer">Status, headers and body.</param>
internal sealed record TappedMessage(string Party, string Path, byte[] Request, byte[] RequestBody, byte[] Answer);
