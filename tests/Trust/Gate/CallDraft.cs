using System.Globalization;
using System.Net.Security;
using System.Text;
using Ascs.Contracts;
using Ascs.Trust.Gate;
using Ascs.Trust.Signing;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.Primitives;

namespace Ascs.Trust.Tests.Gate;

/// <summary>A call from the first enterprise to the trusted party, good unless something about it is changed.</summary>
internal sealed class CallDraft
{
    private static int keys;

    private readonly TestWorld world;

    public CallDraft(TestWorld world, Endpoint? endpoint = null)
    {
        this.world = world;
        Endpoint = endpoint ?? TrustedPartyCatalogue.Revoke;
        (Caller, Claimed, Method, At) = (world.First, world.First.PlatId, Endpoint.Method, world.Time.GetUtcNow());
        Target = new Uri(world.Party.Self.Address, Endpoint.Route).ToString();
        var session = world.SessionOf(world.First);
        (Secret, Token) = (session.Mac, session.Kept.Access);
    }

    public Endpoint Endpoint { get; }

    /// <summary>Whose certificate the connection shows; null shows none.</summary>
    public TestPlatform? Caller { get; set; }

    public PlatId? Claimed { get; set; }

    public string Method { get; set; }

    public string Target { get; set; }

    /// <summary>Taken for the signature, while <see cref="Target"/> is called.</summary>
    public string? SignedTarget { get; set; }

    public string? ContentType { get; set; } = "application/json; charset=utf-8";

    public DateTimeOffset At { get; set; }

    /// <summary>The session's key.</summary>
    public PairSecret? Secret { get; set; }

    /// <summary>The session's access token; null leaves it out.</summary>
    public string? Token { get; set; }

    public Nonce Nonce { get; set; } = Nonce.Create();

    public string? Key { get; set; } = string.Create(CultureInfo.InvariantCulture, $"key-of-a-draft-{Interlocked.Increment(ref keys):D6}");

    public byte[] Body { get; set; } = """{"v":1,"enterpriseId":"acme","aids":["000000000000000000000000000"],"by":"ENTERPRISE"}"""u8.ToArray();

    /// <summary>The operation that the author signs; null leaves the signature out.</summary>
    public string? AuthorOperation { get; set; } = TrustedPartyCatalogue.Revoke.Name;

    /// <summary>Taken for the signatures, while <see cref="Body"/> is sent.</summary>
    public byte[]? SignedBody { get; set; }

    public List<KeyValuePair<string, string>> Extra { get; } = [];

    public string BodyText
    {
        set => Body = Encoding.UTF8.GetBytes(value);
    }

    public InboundCall ToInbound()
    {
        var fields = Fields();
        return new InboundCall(
            Method, Target, name => fields.TryGetValue(name, out var value) ? value : StringValues.Empty,
            fields.Sum(field => field.Key.Length + field.Value.ToString().Length), ProvedCertificate.Of(Caller?.Certificate),
            Body.Length > Endpoint.Limits.MaxBodyBytes ? null : (ReadOnlyMemory<byte>?)Body, world.Time.GetUtcNow(), new string('a', 32));
    }

    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Target) { Version = new Version(2, 0), Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in Fields())
            if (!request.Headers.TryAddWithoutValidation(name, value.ToString()))
                request.Content.Headers.TryAddWithoutValidation(name, value.ToString());
        return request;
    }

    public async Task<Heard> SendAsync()
    {
        using var client = Client();
        using var request = ToRequest();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var fault = Secret is null || !request.Headers.Contains("signature") ? SignatureFault.SignatureMissing
            : AnswerVerifier.Verify(answer.ToMessage(request.ToMessage()), body, Secret);
        return new Heard((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), body, fault is null, answer.Headers.Contains("idempotency-replayed"));
    }

    /// <summary>A client with the caller's certificate, or another.</summary>
    public HttpMessageInvoker Client(System.Security.Cryptography.X509Certificates.X509Certificate2? other = null)
    {
        var certificate = other ?? Caller?.Certificate;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = world.Trust.ServerCallback() } };
        if (certificate is not null) handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true);
        return new HttpMessageInvoker(handler);
    }

    private Dictionary<string, StringValues> Fields()
    {
        var body = SignedBody ?? Body;
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        if (ContentType is not null) fields["content-type"] = ContentType;
        fields["content-digest"] = ContentDigest.Of(body);
        if (Claimed is not null) fields["ascs-plat-id"] = Claimed.Value.ToString();
        fields["ascs-timestamp"] = At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        if (Token is not null) fields["authorization"] = "Bearer " + Token;
        if (Key is not null && Endpoint.Idempotent) fields["idempotency-key"] = Key;
        if (AuthorOperation is not null && Endpoint.AuthorSigned)
            fields["ascs-author"] = world.First.Directory.Sign(AuthorOperation, ContentDigest.Parse(ContentDigest.Of(body))).HeaderValue;
        foreach (var (name, value) in Extra) fields[name] = value;
        Sign(fields);
        return fields;
    }

    private void Sign(Dictionary<string, StringValues> fields)
    {
        if (Secret is null || Claimed is null) return;
        var message = new RequestMessage(Method, SignedTarget ?? Target, name => fields.TryGetValue(name, out var value) ? value : StringValues.Empty);
        var signature = RequestSigner.Sign(message, Secret, At, Nonce);
        (fields["signature-input"], fields["signature"]) = (signature.SignatureInput, signature.Signature);
    }
}
