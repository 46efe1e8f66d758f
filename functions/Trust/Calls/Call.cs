using Ascs.Trust.Directory;
using Ascs.Trust.Limits;

namespace Ascs.Trust.Calls;

/// <summary>What the gate has verified about an inbound call.</summary>
/// <param name="Caller">The peer that signed it.</param>
/// <param name="Operation">The endpoint's name.</param>
/// <param name="IdempotencyKey">The key; set whenever the endpoint is idempotent.</param>
/// <param name="ContentDigest">RFC 9530 header value of the body.</param>
/// <param name="Author">The `ascs-author` header, verified; set whenever the endpoint is author-signed. Kept with the evidence.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="TraceId">W3C trace id, 32 hex digits.</param>
public sealed record Call(
    Peer Caller, string Operation, string? IdempotencyKey, string ContentDigest, string? Author, DateTimeOffset ReceivedAt, string TraceId)
{
    /// <summary>The limits met on the way; whoever answers adds its own, and the answer tells the caller.</summary>
    public ICollection<LimitLevel> Levels { get; init; } = [];

    /// <summary>When it was signed, by the caller's clock.</summary>
    public DateTimeOffset SentAt { get; init; } = ReceivedAt;

    /// <summary>SHA-256 of the certificate that the connection proved, hex.</summary>
    internal string? CertificateThumbprint { get; init; }

    /// <summary>Hash of the access token shown; null where there is no session yet.</summary>
    internal byte[]? AccessHash { get; init; }
}
