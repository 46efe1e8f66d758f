using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Ascs.Contracts;
using Ascs.Trust.Directory;
using Ascs.Trust.Gate;
using Ascs.Trust.Signing;

namespace Ascs.Trust.Calls;

/// <summary>A call to be made, as often as it takes: what stays the same over its tries, and each try's message with a nonce and a timestamp of its own.</summary>
internal sealed class OutboundCall
{
    private readonly PlatId self;
    private readonly string method;
    private readonly Uri target;
    private readonly byte[] body;
    private readonly string digest;
    private readonly string? idempotencyKey;
    private readonly string? author;

    public OutboundCall(PlatId self, Peer peer, Endpoint endpoint, object request, string? idempotencyKey, IAuthor signer)
    {
        (this.self, method, target, this.idempotencyKey) = (self, endpoint.Method, new Uri(peer.Address, endpoint.Route), idempotencyKey);
        body = JsonSerializer.SerializeToUtf8Bytes(request, endpoint.RequestType, WireOptions.Strict);
        digest = ContentDigest.Of(body);
        author = endpoint.AuthorSigned ? signer.Sign(endpoint.Name, ContentDigest.Parse(digest)).HeaderValue : null;
    }

    /// <summary>One try's message, signed.</summary>
    public HttpRequestMessage Sign(PairSecret secret, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), target)
        {
            Content = new ByteArrayContent(body),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Content.Headers.TryAddWithoutValidation(SignedFieldNames.ContentType, PlainAnswer.Json);
        Add(request, SignedFieldNames.ContentDigest, digest);
        Add(request, SignedFieldNames.PlatId, self.ToString());
        Add(request, SignedFieldNames.Timestamp, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        if (idempotencyKey is not null) Add(request, SignedFieldNames.IdempotencyKey, idempotencyKey);
        if (author is not null) Add(request, SignedFieldNames.Author, author);
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } trace }) Add(request, "traceparent", trace);
        var signature = RequestSigner.Sign(request.ToMessage(), secret, now, Nonce.Create());
        Add(request, SignedFieldNames.SignatureInput, signature.SignatureInput);
        Add(request, SignedFieldNames.Signature, signature.Signature);
        return request;
    }

    private static void Add(HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
}
