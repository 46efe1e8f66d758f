namespace Ascs.Enterprise.Events;

/// <summary>How far events are held.</summary>
/// <param name="Through">Last sequence.</param>
internal sealed record EventHead(long Through);
