namespace Ascs.Trust.Idempotency;

/// <summary>An act in the store.</summary>
/// <param name="Fingerprint">Sealed digest of the request, base64.</param>
/// <param name="LeaseUntil">Milliseconds since the epoch: from then on another host may take an unanswered act over.</param>
/// <param name="Holder">The process that claimed it.</param>
/// <param name="Status">HTTP status; 0 while there is no answer.</param>
/// <param name="ContentType">Media type; null while there is no answer.</param>
/// <param name="Sealed">The sealed body, base64; null while there is no answer.</param>
internal sealed record IdempotencyRecord(string Fingerprint, long LeaseUntil, string? Holder = null, int Status = 0, string? ContentType = null, byte[]? Sealed = null);
