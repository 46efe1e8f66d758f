using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Hosting;
using Ascs.Trust.Idempotency;
using Ascs.Trust.Limits;
using Ascs.Trust.Sessions;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Gate;

/// <summary>One call on its way through the gate: what arrived, and what the checks have established so far, each member by the check named.</summary>
internal sealed class Passage(BoundEndpoint bound, InboundCall call)
{
    public BoundEndpoint Bound { get; } = bound;

    public Endpoint Endpoint => Bound.Endpoint;

    public InboundCall Call { get; } = call;

    /// <summary>The body, known to be within the limit after <see cref="CheckSize"/>.</summary>
    public ReadOnlyMemory<byte> Body => Call.Body.GetValueOrDefault();

    public RequestMessage Message { get; } = new(call.Method, call.TargetUri, call.Fields);

    /// <summary><see cref="CheckCertificate"/>: the id that the caller claims.</summary>
    public PlatId Claimed { get; set; }

    /// <summary><see cref="CheckPlatform"/>: the peer whose pinned certificate the connection proved. Until <see cref="CheckSignature"/> only that is proved.</summary>
    public Peer? Caller { get; set; }

    /// <summary><see cref="CheckSession"/>: well formed; <see cref="CheckSignature"/> verifies it.</summary>
    public MessageSignature? Signature { get; set; }

    /// <summary><see cref="CheckSession"/>: the session called in; null where none is needed.</summary>
    public LiveSession? Session { get; set; }

    /// <summary><see cref="CheckSession"/>: the key that the signature names.</summary>
    public PairSecret? Secret { get; set; }

    /// <summary><see cref="CheckAccessToken"/>: hash of the token shown.</summary>
    public byte[]? AccessHash { get; set; }

    /// <summary><see cref="CheckText"/>.</summary>
    public BodyScan? Scan { get; set; }

    /// <summary><see cref="CheckSchema"/>: the typed body.</summary>
    public object? Request { get; set; }

    /// <summary><see cref="CheckAuthor"/>: the verified field.</summary>
    public string? Author { get; set; }

    /// <summary><see cref="CheckIdempotency"/>: this host's claim to carry the act out.</summary>
    public Claim? Claim { get; set; }

    /// <summary><see cref="CheckIdempotency"/>: the answer given before.</summary>
    public StoredAnswer? Stored { get; set; }

    /// <summary>The limits met so far: what the answer tells the caller of them.</summary>
    public List<LimitLevel> Levels { get; } = [];

    public Call ToCall() => new(
        Caller!, Endpoint.Name, Claim?.Key, Call.Fields(SignedFieldNames.ContentDigest).ToString(), Author, Call.ReceivedAt, Call.TraceId)
    {
        Levels = Levels,
        CertificateThumbprint = Call.Certificate?.Thumbprint,
        AccessHash = AccessHash,
        SentAt = DateTimeOffset.FromUnixTimeMilliseconds(CheckTimestamp.Read(this)!.Value), // CheckTimestamp: it is there
    };
}
