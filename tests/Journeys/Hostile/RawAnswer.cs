namespace Ascs.Journeys.Tests.Hostile;

/// <summary>An answer as it came.</summary>
internal sealed record RawAnswer(int Status, string? ContentType, byte[] Body);
