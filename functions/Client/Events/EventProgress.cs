namespace Ascs.Client.Events;

/// <summary>How far events were handled.</summary>
/// <param name="Through">Last sequence.</param>
internal sealed record EventProgress(long Through);
