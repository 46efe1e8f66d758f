using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ascs.Contracts;
using Ascs.Fleet;
using Ascs.Hosts.Local.Platforms;
using Ascs.Storage;
using Ascs.Trust.Calls;
using Ascs.Trust.Certificates;
using Ascs.Trust.Gate;
using Ascs.Trust.Hosting;
using Ascs.Trust.Limits;
using Ascs.Trust.Sessions;
using Ascs.Trust.Signing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Ascs.Benchmarks;

/// <summary>(g) The gate alone, without TLS: a signed question from the request in memory to the signed answer, one after the other on one thread, over a store in memory, so that time is processor time.</summary>
internal sealed class Guarding(FleetFolder folder)
{
    private const int Warming = 5_000, Measured = 20_000, FloorRounds = 20_000;
    private static readonly string Token = new('a', 48);
    private static readonly RateLimit Unlimited = new(1_000_000, 1_000_000_000);

    public async Task<Figure> RunAsync(CancellationToken ct)
    {
        await using var caller = await PlatformParts.OpenAsync(folder.Sample.Party("hongyan-express"), TimeProvider.System, ct);
        await using var called = await PlatformParts.OpenAsync(folder.Sample.Party("trusted-party"), TimeProvider.System, ct);
        await using var services = Services(called);
        var gate = services.GetRequiredService<PlatformGate>();
        using var secret = await LogInAsync(services.GetRequiredService<SessionStore>(), caller, ct);
        var bound = new EndpointTable().Bind<AidStatesRequest, AidStatesAnswer, NoStates>(TrustedPartyCatalogue.AidStates).Endpoints[0];
        var microseconds = new List<double>(Measured);
        for (var i = 0; i < Warming + Measured; i++)
        {
            var call = Make(caller, called, secret);
            var start = TimeProvider.System.GetTimestamp();
            var answer = await gate.AnswerAsync(bound, call, services, ct);
            var took = TimeProvider.System.GetElapsedTime(start).TotalMicroseconds;
            if (answer.Status != 200) throw new InvalidOperationException($"The gate answered {Encoding.UTF8.GetString(answer.Body.Span)}.");
            if (i >= Warming) microseconds.Add(took);
        }

        microseconds.Sort();
        return new Figure(
            "the gate, a signed question and its answer, median", microseconds[Measured / 2], "us", "< 150 us", Floor(Make(caller, called, secret)), "the same bytes hashed and HMACed, both ways",
            string.Create(CultureInfo.InvariantCulture, $"p90 {microseconds[Measured * 9 / 10]:F0} us, p99 {microseconds[Measured * 99 / 100]:F0} us; without TLS, store in memory"));
    }

    private static ServiceProvider Services(PlatformParts parts)
    {
        var own = parts.ToTrustOptions(TimeProvider.System);
        return new ServiceCollection().AddLogging().AddSingleton<NoStates>().AddTrust(new TrustOptions
        {
            Directory = own.Directory, PublicKeys = own.PublicKeys, Secrets = own.Secrets, Sessions = own.Sessions, Author = own.Author, AnswerSeal = own.AnswerSeal, Certificate = own.Certificate,
            Authorities = own.Authorities, Store = new InMemoryDocumentStore(TimeProvider.System),
            Limits = new LimitOptions { Platform = Unlimited, Enterprise = Unlimited },
        }).BuildServiceProvider();
    }

    // A session as a login leaves it.
    private static async Task<PairSecret> LogInAsync(SessionStore sessions, PlatformParts caller, CancellationToken ct)
    {
        var (id, mac) = (SessionId.From(RandomNumberGenerator.GetBytes(16)), RandomNumberGenerator.GetBytes(PairSecret.Length));
        var until = (TimeProvider.System.GetUtcNow() + SessionRecord.AccessLifetime).ToUnixTimeMilliseconds();
        var record = new SessionRecord(
            id.ToString(), CertificateIdentity.ThumbprintOf(caller.Certificate), SessionSuite.Cheaa, SessionRecord.HashOf(Token), until, SessionRecord.HashOf(Token), until, []);
        await sessions.OpenAsync(caller.File.PlatId, record, new SessionSecretState(mac, RandomNumberGenerator.GetBytes(32), []), ct);
        return new PairSecret(id.KeyId, mac);
    }

    private static InboundCall Make(PlatformParts caller, PlatformParts called, PairSecret secret)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"v":1,"enterpriseId":"{{caller.File.Id}}","aids":[]}""");
        var now = TimeProvider.System.GetUtcNow();
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase)
        {
            [SignedFieldNames.ContentType] = "application/json; charset=utf-8",
            [SignedFieldNames.ContentDigest] = ContentDigest.Of(body),
            [SignedFieldNames.PlatId] = caller.File.PlatId.ToString(),
            [SignedFieldNames.Authorization] = "Bearer " + Token,
            [SignedFieldNames.Timestamp] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        var target = new Uri(called.File.PlatformAddress!, TrustedPartyCatalogue.AidStates.Route).ToString();
        FieldLookup lookup = name => fields.TryGetValue(name, out var value) ? value : StringValues.Empty;
        var signature = RequestSigner.Sign(new RequestMessage("POST", target, lookup), secret, now, Nonce.Create());
        (fields[SignedFieldNames.SignatureInput], fields[SignedFieldNames.Signature]) = (signature.SignatureInput, signature.Signature);
        var bytes = fields.Sum(field => field.Key.Length + field.Value.ToString().Length);
        return new InboundCall("POST", target, lookup, bytes, ProvedCertificate.Of(caller.Certificate), body, now, new string('a', 32));
    }

    // Request and answer: each a digest of its body and an HMAC over its fields.
    private static double Floor(InboundCall call)
    {
        var (key, body, fields) = (new byte[32], call.Body!.Value.ToArray(), new byte[call.FieldBytes]);
        var microseconds = new double[FloorRounds];
        for (var i = 0; i < FloorRounds; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            for (var way = 0; way < 2; way++)
            {
                SHA256.HashData(body, body.AsSpan(0, 32));
                HMACSHA256.HashData(key, fields, fields.AsSpan(0, 32));
            }

            microseconds[i] = TimeProvider.System.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(microseconds);
        return microseconds[FloorRounds / 2];
    }

    /// <summary>Knows nobody.</summary>
    private sealed class NoStates : IHandle<AidStatesRequest, AidStatesAnswer>
    {
        public Task<Answer<AidStatesAnswer>> HandleAsync(AidStatesRequest request, Call call, CancellationToken cancellationToken) =>
            Task.FromResult<Answer<AidStatesAnswer>>(new AidStatesAnswer(1, []));
    }
}
