using System.Globalization;
using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Gate;
using Ascs.Trust.Hosting;
using Ascs.Trust.Keys;
using Ascs.Trust.Sessions;
using Ascs.Trust.Signing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>4.1.3.2, assessed as 5.1.3.2 says: replays, timestamps, and the HMAC over content and every field.</summary>
public sealed class MessageTests(AssessedSystem system) : IClassFixture<AssessedSystem>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Assessor Assessor => system.Assessor;

    [Fact]
    [Clause("CHEAA-4.1.3.2a", "a recorded message sent again byte by byte is refused: REPLAYED, also with a new connection, nine minutes later, and with a fresh message between")]
    public async Task A_replayed_request_is_refused()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        var message = Message(session);
        var (again, later) = (await Assessor.CopyAsync(message), await Assessor.CopyAsync(message));
        Assert.True((await Assessor.SendAsync(message, Cancelled)).Passed);
        Assert.Equal("REPLAYED", (await Assessor.SendAsync(again, Cancelled)).Code);
        Assert.True((await system.AskAsync(session, Cancelled)).Passed);
        system.Clock.Move(TimeSpan.FromMinutes(9));
        Assert.Equal("REPLAYED", (await Assessor.SendAsync(later, Cancelled)).Code);
    }

    [Fact]
    [Clause("CHEAA-4.1.3.2a", "a message that one host instance has answered is refused by a second instance of the platform on the same store")]
    public async Task A_replay_to_another_instance_is_refused()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        using var message = Message(session);
        var recorded = await InboundAsync(message);
        await using var second = SecondInstance();
        Assert.True((await Assessor.SendAsync(await Assessor.CopyAsync(message), Cancelled)).Passed);
        Assert.Equal("REPLAYED", await AnswerAsync(second, recorded));
        Assert.Null(await AnswerAsync(second, await InboundAsync(Message(session)))); // a fresh one it answers: the refusal was for the replay
    }

    [Theory]
    [InlineData(-600_000, true)]
    [InlineData(-600_001, false)]
    [InlineData(600_000, true)]
    [InlineData(600_001, false)]
    [Clause("CHEAA-4.1.3.2b", "timestamps at −10:00.000 and +10:00.000 of the platform's clock pass, at −10:00.001 and +10:00.001 are refused; one in seconds, with a fraction or missing is refused")]
    public async Task Timestamps_are_milliseconds_within_ten_minutes(int milliseconds, bool passes)
    {
        var session = await Assessor.LoginAsync(Cancelled);
        await using var instance = SecondInstance();
        var now = DateTimeOffset.FromUnixTimeMilliseconds(system.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        using var message = Message(session, now.AddMilliseconds(milliseconds));
        Assert.Equal(passes ? null : "TIMESTAMP_OUT_OF_RANGE", await AnswerAsync(instance, await InboundAsync(message) with { ReceivedAt = now }));
        foreach (var wrong in new[] { now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), now.ToUnixTimeMilliseconds() + ".5", "" })
        {
            var changed = Message(session);
            changed.Headers.Remove(SignedFieldNames.Timestamp);
            if (wrong.Length > 0) changed.Headers.TryAddWithoutValidation(SignedFieldNames.Timestamp, wrong);
            Assert.Equal("TIMESTAMP_OUT_OF_RANGE", (await Assessor.SendAsync(changed, Cancelled)).Code);
        }
    }

    [Fact]
    [Clause("CHEAA-4.1.3.2c", "computes the HMAC-SHA256 over method, address, content type, content digest, token, PlatID, timestamp and idempotency key by hand and finds it equal; a change of any of these, of the body, or of the key ends the call")]
    public async Task The_HMAC_covers_content_and_every_field()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        using var message = Assessor.Sign(EnterpriseCatalogue.RevokeSubscriptions, "{}"u8.ToArray(), Assessor.Of(session));
        Assert.Equal(ByHand.Field(message, SignedFieldNames.Signature), $"ascs=:{Convert.ToBase64String(HMACSHA256.HashData(session.Kept.Mac, ByHand.BaseOf(message)))}:");
        foreach (var change in Changes(session))
        {
            var changed = Message(session);
            change(changed);
            var verdict = await Assessor.SendAsync(changed, Cancelled);
            Assert.Contains(verdict.Code, new[] { "SIGNATURE_INVALID", "DIGEST_MISMATCH", "CERTIFICATE_MISMATCH", "ACCESS_TOKEN_INVALID", "MEDIA_TYPE_UNSUPPORTED", "METHOD_NOT_ALLOWED" });
        }

        var sha1 = Message(session);
        sha1.Headers.Remove(SignedFieldNames.Signature);
#pragma warning disable CA5350 // the weak algorithm is what must be refused
        sha1.Headers.TryAddWithoutValidation(SignedFieldNames.Signature, $"ascs=:{Convert.ToBase64String(HMACSHA1.HashData(session.Kept.Mac, ByHand.BaseOf(sha1)))}:");
#pragma warning restore CA5350
        Assert.Equal("SIGNATURE_INVALID", (await Assessor.SendAsync(sha1, Cancelled)).Code);
    }

    private static IEnumerable<Action<HttpRequestMessage>> Changes(CallerSession session)
    {
        yield return message => message.Content = new ByteArrayContent("{}"u8.ToArray()) { Headers = { { "Content-Type", "application/json; charset=utf-8" } } };
        yield return message => message.Method = HttpMethod.Put;
        yield return message => message.RequestUri = new Uri(message.RequestUri + "?x=1");
        yield return message => ByHand.Set(message, SignedFieldNames.Timestamp, (long.Parse(ByHand.Field(message, SignedFieldNames.Timestamp), CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
        yield return message => ByHand.Set(message, SignedFieldNames.PlatId, PlatId.NewRandom().ToString());
        yield return message => ByHand.Set(message, SignedFieldNames.IdempotencyKey, Assessor.NewKey());
        yield return message => ByHand.Set(message, SignedFieldNames.Authorization, "Bearer " + new string('A', 48));
        yield return message => ByHand.Set(message, SignedFieldNames.ContentDigest, ContentDigest.Of("x"u8));
        yield return message => ByHand.Set(message, SignedFieldNames.SignatureInput, ByHand.Field(message, SignedFieldNames.SignatureInput).Replace("created=1", "created=2", StringComparison.Ordinal));
        yield return message => ByHand.Set(message, SignedFieldNames.SignatureInput, ByHand.Field(message, SignedFieldNames.SignatureInput).Replace("\"@method\" ", "", StringComparison.Ordinal));
        yield return message => message.Content!.Headers.Remove("Content-Type");
        yield return message => ByHand.Set(message, SignedFieldNames.Signature, $"ascs=:{Convert.ToBase64String(HMACSHA256.HashData(session.Kept.Fields, ByHand.BaseOf(message)))}:");
    }

    private HttpRequestMessage Message(CallerSession session, DateTimeOffset? at = null) =>
        Assessor.Sign(AssessedSystem.Question, AssessedSystem.QuestionBody, Assessor.Of(session), at);

    private async Task<InboundCall> InboundAsync(HttpRequestMessage message)
    {
        var signed = message.ToMessage();
        var body = await message.Content!.ReadAsByteArrayAsync(Cancelled);
        return new InboundCall(
            signed.Method, signed.TargetUri, signed.Fields, 1000, ProvedCertificate.Of(Assessor.Options.Certificate), body, system.Clock.GetUtcNow(), new string('a', 32));
    }

    // Another process of the same platform: its own gate and caches, the same store and keys.
    private ServiceProvider SecondInstance()
    {
        var first = system.Platforms.Host("qinghe-clinic").Services;
        return new ServiceCollection().AddLogging().AddSingleton(first.GetRequiredService<IHostApplicationLifetime>()).AddTrust(new TrustOptions
        {
            Directory = first.GetRequiredService<IPlatformDirectory>(),
            PublicKeys = first.GetRequiredService<IPublicKeys>(),
            Secrets = first.GetRequiredService<IPairSecrets>(),
            Sessions = first.GetRequiredService<ISessionSecrets>(),
            Author = first.GetRequiredService<IAuthor>(),
            AnswerSeal = new Trust.Idempotency.RingAnswerSeal(first.GetRequiredService<KeyRing>()),
            Store = first.GetRequiredService<Storage.IDocumentStore>(),
            Certificate = Assessor.Options.Certificate,
            Authorities = system.Authorities,
            Time = system.Clock,
        }).AddSingleton<Answering>().BuildServiceProvider();
    }

    private static async Task<string?> AnswerAsync(ServiceProvider instance, InboundCall call)
    {
        var bound = new EndpointTable().Bind<ListSubscriptionsRequest, ListSubscriptionsAnswer, Answering>(EnterpriseCatalogue.ListSubscriptions).Endpoints.Single();
        var answer = await instance.GetRequiredService<PlatformGate>().AnswerAsync(bound, call, instance, Cancelled);
        return answer.Status == 200 ? null : Trust.Problems.ProblemTranslator.FromBody(answer.Body.Span, answer.Status).Code.Code;
    }

    private sealed class Answering : IHandle<ListSubscriptionsRequest, ListSubscriptionsAnswer>
    {
        public Task<Answer<ListSubscriptionsAnswer>> HandleAsync(ListSubscriptionsRequest request, Call call, CancellationToken cancellationToken) =>
            Task.FromResult<Answer<ListSubscriptionsAnswer>>(new ListSubscriptionsAnswer(1, [], null));
    }
}
