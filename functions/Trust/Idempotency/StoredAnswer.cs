namespace Ascs.Trust.Idempotency;

/// <summary>An answer as it was given first.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type with charset.</param>
/// <param name="Body">The body, in clear; the store holds it sealed.</param>
internal sealed record StoredAnswer(int Status, string ContentType, ReadOnlyMemory<byte> Body);
