namespace Ascs.Journeys.Tests.Hostile;

/// <summary>A request that must not get through.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Party">Whom it is sent to.</param>
/// <param name="Bytes">What is sent.</param>
/// <param name="Certificate">Folder of the party whose certificate the connection shows; null for the public listener, which asks for none.</param>
/// <param name="Last">Framing is broken, so nothing can follow on the connection; the answer may be the web server's bare status, or none.</param>
/// <param name="MayPass">By chance it may be a question like the original, or the same act again, which gets its first answer.</param>
internal sealed record HostileRequest(string Kind, string Party, byte[] Bytes, string? Certificate, bool Last = false, bool MayPass = false);
