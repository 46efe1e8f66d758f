namespace Ascs.Hosts.Handset.Phones;

/// <summary>A message or a reply as the phone shows it.</summary>
/// <param name="Row">Its number in the store.</param>
/// <param name="Mine">Typed on the phone.</param>
/// <param name="Text">As sent.</param>
/// <param name="Segments">Short messages it took.</param>
/// <param name="At">When the phone showed it, at UTC+8.</param>
public sealed record Bubble(long Row, bool Mine, string Text, int Segments, DateTimeOffset At);
