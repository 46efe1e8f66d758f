using Ascs.Storage;

namespace Ascs.Trust.Idempotency;

/// <summary>This host carries the act out.</summary>
/// <param name="Key">The caller's key.</param>
/// <param name="Document">Where the claim is.</param>
/// <param name="Fingerprint">The request, as its record has it.</param>
/// <param name="ETag">Changes when somebody else takes over.</param>
/// <param name="KeptUntil">When the key is forgotten.</param>
internal sealed record Claim(string Key, DocumentKey Document, string Fingerprint, string ETag, DateTimeOffset KeptUntil);
