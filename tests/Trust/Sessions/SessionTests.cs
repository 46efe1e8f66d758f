using System.Text;
using Ascs.Contracts;
using Ascs.Storage;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;
using Ascs.Trust.Gate;
using Ascs.Trust.Problems;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Calls;
using Ascs.Trust.Tests.Gate;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ascs.Trust.Tests.Sessions;

/// <summary>CHEAA-4.1.2.2 between two running platforms. Each test has a world of its own: sessions are what it is about.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly TestWorld world = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SessionClient Client => world.First.Services.GetRequiredService<SessionClient>();

    private SessionStore Sessions => world.Party.Services.GetRequiredService<SessionStore>();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task after_logout_the_token_is_worth_nothing_and_the_keys_are_gone()
    {
        var draft = new CallDraft(world);
        var session = world.SessionOf(world.First);
        Assert.Null((await CallAsync(SessionCatalogue.Logout, new LogoutRequest(1), session)).Problem);
        Assert.Equal("ACCESS_TOKEN_INVALID", await AnswerAsync(draft));
        Assert.Null(await Sessions.FindAsync(world.First.PlatId, Stop));
        Assert.Equal(200, (await AskAsync()).Status); // the caller logs in anew
    }

    [Fact]
    public async Task a_new_login_voids_the_session_before_it_at_once()
    {
        var old = new CallDraft(world);
        await Client.LoginAsync(world.Party.Self, Stop);
        Assert.Equal("ACCESS_TOKEN_INVALID", await AnswerAsync(old));
    }

    [Theory]
    [InlineData(7_199_999, "none")]
    [InlineData(7_200_000, "ACCESS_TOKEN_INVALID")]
    public async Task an_access_token_ends_at_the_millisecond(int later, string expected)
    {
        var draft = new CallDraft(world);
        world.Time.Advance(TimeSpan.FromMilliseconds(later));
        draft.At = world.Time.GetUtcNow();
        Assert.Equal(expected, await AnswerAsync(draft));
    }

    [Fact]
    public async Task the_token_before_the_newest_is_void()
    {
        var old = world.SessionOf(world.First);
        Assert.NotNull((await Client.RefreshAsync(world.Party.Self, old, Stop)).Value);
        Assert.Equal("ACCESS_TOKEN_INVALID", await AnswerAsync(new CallDraft(world) { Secret = old.Mac, Token = old.Kept.Access }));
    }

    [Fact]
    public async Task a_session_counts_on_the_certificate_that_opened_it_alone()
    {
        var draft = new CallDraft(world);
        var session = (await Sessions.FindAsync(world.First.PlatId, Stop))!;
        // As after a renewal: the connection's certificate is pinned, and another than at the login.
        Assert.True(await Sessions.TryChangeAsync(world.First.PlatId, session, session.Record with { Certificate = world.Second.Self.CertificateThumbprint }, session.Secrets, null, Stop));
        Assert.Equal("ACCESS_TOKEN_INVALID", await AnswerAsync(draft));
    }

    [Fact]
    public async Task of_two_refreshes_at_once_at_two_instances_one_gets_tokens_and_nobody_is_harmed()
    {
        var session = world.SessionOf(world.First);
        var call = Call(session);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Instance().HandleAsync(Shown(session), call, Stop))));
        Assert.Single(answers, answer => answer.Value is not null);
        Assert.All(answers.Where(answer => answer.Value is null), answer => Assert.Equal(ProblemCodes.RefreshRaced, answer.Problem!.Code));
        Assert.NotNull(await Sessions.FindAsync(world.First.PlatId, Stop));
    }

    [Fact]
    public async Task a_data_key_given_out_during_a_refresh_harms_neither()
    {
        var session = world.SessionOf(world.First);
        DataKey? key = null;
        var store = new MeddledStore(world.Party.Store, async () => key = (await Client.RenewDataKeyAsync(world.Party.Self, session, Stop)).Value!.DataKeys[^1]);
        Assert.NotNull((await Instance(store).HandleAsync(Shown(session), Call(session), Stop)).Value);
        Assert.Equal(key!.KeyId, (await Sessions.FindAsync(world.First.PlatId, Stop))!.Secrets.DataKeys[^1].KeyId);
    }

    [Fact]
    public async Task a_refresh_token_shown_again_after_a_minute_ends_the_session_and_is_an_incident()
    {
        var session = world.SessionOf(world.First);
        var kept = (await Client.RefreshAsync(world.Party.Self, session, Stop)).Value!;
        Assert.Equal(ProblemCodes.RefreshRaced, (await RefreshAsync(session)).Problem!.Code);
        world.Time.Advance(TimeSpan.FromMilliseconds(60_001));
        Assert.Equal(ProblemCodes.RefreshTokenInvalid, (await RefreshAsync(session)).Problem!.Code);
        Assert.Equal("ACCESS_TOKEN_INVALID", await AnswerAsync(new CallDraft(world) { Secret = session.Mac, Token = kept.Access }));
        Assert.Contains(world.Party.Journal.Lines, line => line.Contains("was used twice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_refresh_whose_answer_was_lost_ends_in_a_login_and_in_no_incident()
    {
        var session = world.SessionOf(world.First);
        var shelf = world.First.Services.GetRequiredService<CallerShelf>();
        var tried = session.Kept with { RefreshTriedAt = world.Time.GetUtcNow().ToUnixTimeMilliseconds() };
        var claimed = await shelf.TryReplaceAsync(world.Party.PlatId, session, tried, Stop);
        Assert.NotNull((await Client.RefreshAsync(world.Party.Self, claimed!, Stop)).Value); // the answer never arrives
        world.Time.Advance(TimeSpan.FromHours(1.9));
        Assert.NotEqual(session.Id, world.SessionOf(world.First).Id);
        Assert.Equal("none", await AnswerAsync(new CallDraft(world)));
        Assert.DoesNotContain(world.Party.Journal.Lines, line => line.Contains("was used twice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task two_instances_of_a_caller_share_one_session_and_renew_it_once()
    {
        var first = world.SessionOf(world.First);
        var (one, other) = (CallerInstance(), CallerInstance());
        Assert.Equal((first.Id, first.Id), ((await GetAsync(one))!.Id, (await GetAsync(other))!.Id));
        world.Time.Advance(TimeSpan.FromMinutes(111));
        var renewed = await Task.WhenAll(Task.Run(() => GetAsync(one)), Task.Run(() => GetAsync(other)), Task.Run(() => GetAsync(one)));
        Assert.All(renewed, session => Assert.Equal(first.Id, session!.Id)); // refreshed, by nobody logged in anew
        Assert.NotEqual(first.Kept.Access, (await world.First.Services.GetRequiredService<CallerShelf>().FindAsync(world.Party.PlatId, Stop))!.Kept.Access);
    }

    [Fact]
    public async Task a_restart_of_either_side_keeps_the_session()
    {
        var session = world.SessionOf(world.First);
        Assert.Equal(session.Id, (await GetAsync(CallerInstance()))!.Id);
        var restarted = new SessionStore(world.Party.Store, world.Party.Directory, world.Time);
        Assert.Equal(session.Id, (await restarted.FindAsync(world.First.PlatId, Stop))!.Id);
    }

    [Fact]
    public async Task a_peer_that_forgot_or_was_restored_gets_a_new_login_and_the_call_goes_on()
    {
        var before = world.SessionOf(world.First);
        var backup = (await Sessions.FindAsync(world.First.PlatId, Stop))!;
        await world.EndSessionAsync(world.First);
        Assert.Equal(200, (await AskAsync()).Status);
        // An old session is back: its tokens are not those that the caller has.
        await Sessions.OpenAsync(world.First.PlatId, backup.Record, backup.Secrets, Stop);
        Assert.Equal(200, (await AskAsync()).Status);
        Assert.NotEqual(before.Id, world.SessionOf(world.First).Id);
    }

    [Fact]
    public async Task sessions_that_are_ended_with_a_peer_are_gone_on_either_side_and_a_new_pairing_knows_none()
    {
        var before = world.SessionOf(world.First);
        await world.Party.Store.EndSessionsAsync(world.First.PlatId, Stop);
        await world.First.Store.EndSessionsAsync(world.Party.PlatId, Stop);
        Assert.Null(await Sessions.FindAsync(world.First.PlatId, Stop));
        var all = world.First.Services.GetRequiredService<CallerSessions>();
        var anew = (await all.GetAsync(world.Party.Self with { Pairing = 2 }, new SessionWish(false), Stop)).Value!;
        Assert.NotEqual(before.Id, anew.Id);
    }

    [Fact]
    public async Task a_session_whose_sealing_key_is_gone_is_none_on_either_side()
    {
        var before = world.SessionOf(world.First);
        world.Party.Directory.SessionSeal = new(Enumerable.Repeat((byte)9, 16).ToArray());
        world.First.Directory.SessionSeal = world.Party.Directory.SessionSeal;
        Assert.Null(await new SessionStore(world.Party.Store, world.Party.Directory, world.Time).FindAsync(world.First.PlatId, Stop));
        Assert.NotEqual(before.Id, (await GetAsync(CallerInstance()))!.Id);
    }

    [Fact]
    public async Task no_token_and_no_key_lies_in_a_store_in_clear()
    {
        var kept = world.SessionOf(world.First).Kept;
        byte[][] secrets = [kept.Mac, kept.Fields, kept.DataKeys[0].Key];
        var party = (await world.Party.Store.ReadAsync(Containers.Work, new DocumentKey($"session-{world.First.PlatId}", "live"), Stop))!;
        var own = (await world.First.Store.ReadAsync(Containers.Work, new DocumentKey("caller-sessions", world.Party.PlatId.ToString()), Stop))!;
        foreach (var text in new[] { party, own }.Select(document => Encoding.UTF8.GetString(document.Body.Span)))
        {
            Assert.DoesNotContain(kept.Access, text, StringComparison.Ordinal);
            Assert.DoesNotContain(kept.Refresh, text, StringComparison.Ordinal);
            Assert.All(secrets, secret => Assert.DoesNotContain(Convert.ToBase64String(secret), text, StringComparison.Ordinal));
        }

        Assert.All(world.Party.Journal.Lines.Concat(world.First.Journal.Lines), line => Assert.DoesNotContain(kept.Access, line, StringComparison.Ordinal));
    }

    private static RefreshRequest Shown(CallerSession session) => new(1, session.Tokens.Seal(session.Kept.Refresh));

    private Refresh Instance(IDocumentStore? store = null) => new(
        new SessionStore(store ?? world.Party.Store, world.Party.Directory, world.Time), world.Party.Services.GetRequiredService<IAuditTrail>(), NullLogger<Refresh>.Instance);

    private CallerSessions CallerInstance() => new(Client, new CallerShelf(world.First.Store, world.First.Directory), world.Time);

    private async Task<CallerSession?> GetAsync(CallerSessions sessions) => (await sessions.GetAsync(world.Party.Self, new SessionWish(false), Stop)).Value;

    private Call Call(CallerSession session) => new(
        world.Party.Directory.Known[world.First.PlatId], "session/refresh", null, "", null, world.Time.GetUtcNow(), new string('a', 32))
    {
        CertificateThumbprint = world.First.Self.CertificateThumbprint, AccessHash = SessionRecord.HashOf(session.Kept.Access),
    };

    private Task<Answer<RefreshAnswer>> RefreshAsync(CallerSession session) =>
        world.Party.Services.GetRequiredService<Refresh>().HandleAsync(Shown(session), Call(session), Stop);

    private Task<Reply> CallAsync<TRequest, TAnswer>(Endpoint<TRequest, TAnswer> endpoint, TRequest request, CallerSession session)
        where TRequest : class
        where TAnswer : class => world.First.Services.GetRequiredService<SignedCalls>().TryAsync(
            world.Party.Self, endpoint, OutboundCall.Of(world.First.PlatId, world.Party.Self, endpoint, request), new Credentials(session.Mac, session.Kept.Access), Stop);

    private Task<Answer<AidStatesAnswer>> AskAsync() => world.Time.While(
        world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, TestWorld.Acme, [Aid.FromBytes(new byte[16])]), null, Stop));

    private async Task<string> AnswerAsync(CallDraft draft)
    {
        var bound = TestTable.Make().Endpoints.Single(bound => bound.Endpoint == draft.Endpoint);
        var answer = await world.Party.Services.GetRequiredService<PlatformGate>().AnswerAsync(bound, draft.ToInbound(), world.Party.Services, Stop);
        return new Heard(answer.Status, answer.Status < 300 ? null : ProblemTranslator.ContentType, answer.Body.ToArray(), false, false).Code;
    }
}
