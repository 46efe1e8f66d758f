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

    /// <param name="self">Who calls.</param>
    /// <param name="peer">Whom.</param>
    /// <param name="endpoint">What.</param>
    /// <param name="body">The request's bytes.</param>
    /// <param name="idempotencyKey">Where the endpoint has one.</param>
    /// <param name="signer">Where the endpoint is author-signed.</param>
    public OutboundCall(PlatId self, Peer peer, Endpoint endpoint, byte[] body, string? idempotencyKey, IAuthor? signer)
    {
        (this.self, method, target, this.body, this.idempotencyKey) = (self, endpoint.Method, new Uri(peer.Address, endpoint.Route), body, idempotencyKey);
        digest = ContentDigest.Of(body);
        author = endpoint.AuthorSigned ? signer!.Sign(endpoint.Name, ContentDigest.Parse(digest)).HeaderValue : null;
    }

    /// <summary>A call without key and author, its members in clear.</summary>
    public static OutboundCall Of(PlatId self, Peer peer, Endpoint endpoint, object request) =>
        new(self, peer, endpoint, JsonSerializer.SerializeToUtf8Bytes(request, endpoint.RequestType, WireOptions.Strict), idempotencyKey: null, signer: null);

    /// <summary>One try's message, signed.</summary>
    public HttpRequestMessage Sign(Credentials credentials, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), target)
        {
            Content = new ByteArrayContent(body),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Content.Headers.TryAddWithoutValidation(SignedFieldNames.ContentType, PlainAnswer.Json);
        Add(request, SignedFieldNames.ContentDigest, digest);
        if (credentials.AccessToken is { } token) Add(request, SignedFieldNames.Authorization, "Bearer " + token); // RFC 6750 2.1
        Add(request, SignedFieldNames.PlatId, self.ToString());
        Add(request, SignedFieldNames.Timestamp, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        if (idempotencyKey is not null) Add(request, SignedFieldNames.IdempotencyKey, idempotencyKey);
        if (author is not null) Add(request, SignedFieldNames.Author, author);
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } trace }) Add(request, "traceparent", trace);
        var signature = RequestSigner.Sign(request.ToMessage(), credentials.Secret, now, Nonce.Create());
        Add(request, SignedFieldNames.SignatureInput, signature.SignatureInput);
        Add(request, SignedFieldNames.Signature, signature.Signature);
        return request;
    }

    private static void Add(HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
}
