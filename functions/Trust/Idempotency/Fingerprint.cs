using Ascs.Trust.Signing;

namespace Ascs.Trust.Idempotency;

/// <summary>
/// What makes two requests the same request. A retry of the signed caller sends the same bytes, so their digest does; where a retry may encrypt members
/// afresh, what is hashed is the request with them opened.
/// </summary>
internal static class Fingerprint
{
    public static string Of(ReadOnlySpan<byte> body) => ContentDigest.Of(body);
}
