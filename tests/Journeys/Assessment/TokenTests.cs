using System.Text.Json;
using Ascs.Contracts;
using Ascs.Journeys.Tests.Systems;
using Ascs.Trust.Calls;
using Ascs.Trust.Sessions;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>4.1.2.2 and 4.1.2.3, assessed as 5.1.2.2 and 5.1.2.3 say: access and refresh tokens, and what a platform may do.</summary>
public sealed class TokenTests(AssessedSystem system) : IClassFixture<AssessedSystem>
{
    private const string Refused = "ACCESS_TOKEN_INVALID";

    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2), Moment = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Assessor Assessor => system.Assessor;

    [Fact]
    [Clause("CHEAA-4.1.2.2a", "after login the called platform hands out both tokens and their lifetimes; a call without token, with none of its form, with the refresh token or another session's token is refused, with the token answered, after two hours refused")]
    public async Task Every_call_carries_a_live_access_token()
    {
        var former = await Assessor.LoginAsync(Cancelled);
        var session = await Assessor.LoginAsync(Cancelled);
        Assert.True((await system.AskAsync(session, Cancelled)).Passed);
        foreach (var token in new[] { former.Kept.Access, session.Kept.Refresh, "x", new string('A', 48) })
            Assert.Equal(Refused, (await AskAsync(new Credentials(session.Mac, token))).Code);
        Assert.Equal(Refused, (await WithoutTokenAsync(session)).Code);
        Assert.Equal(Refused, (await AskAsync(Assessor.Pair)).Code);
        system.Clock.Move(TwoHours - Moment);
        Assert.True((await system.AskAsync(session, Cancelled)).Passed);
        system.Clock.Move(Moment);
        Assert.Equal(Refused, (await system.AskAsync(session, Cancelled)).Code);
    }

    [Fact]
    [Clause("CHEAA-4.1.2.2b", "mints 2,000 tokens of each kind: 48 characters, always digits, both cases and special characters; PlatID, millisecond and random bytes each change them")]
    public void Tokens_have_four_classes_of_characters()
    {
        var (one, now) = (Plat(1000000000000001), TimeProvider.System.GetUtcNow());
        foreach (var token in Enumerable.Range(0, 2_000).SelectMany(_ => new[] { MintedToken.Access(one, now), MintedToken.Refresh(one, now) }))
        {
            Assert.Equal(48, token.Length); // 5.1.2.2 b: more than 32
            Assert.All(new[] { "[0-9]", "[a-z]", "[A-Z]", "[-._~+/]" }, kind => Assert.Matches(kind, token));
        }

        byte[] Zeros() => new byte[32];
        var made = new[]
        {
            MintedToken.Access(one, now, Zeros), MintedToken.Refresh(one, now, Zeros), MintedToken.Access(one, now.AddMilliseconds(1), Zeros),
            MintedToken.Access(Plat(1000000000000002), now, Zeros), MintedToken.Access(one, now, () => [.. Enumerable.Repeat((byte)1, 32)]),
        };
        Assert.Equal(made.Length, made.Distinct().Count());
    }

    [Fact]
    [Clause("CHEAA-4.1.2.2c", "lifetimes handed out are 2 h and 14 days; tokens of before a logout, and of before a new login, are refused, access and refresh; a refresh after 14 days is refused; the store holds no token")]
    public async Task Tokens_end_with_their_time_with_logout_and_with_the_next_login()
    {
        var first = await LoginAnswerAsync();
        Assert.InRange(first.AccessSeconds, 1, 2 * 3600);
        Assert.InRange(first.RefreshSeconds, 1, 14 * 24 * 3600);
        var session = await Assessor.LoginAsync(Cancelled);
        Assert.True((await LogoutAsync(session)).Passed);
        Assert.Equal(Refused, (await system.AskAsync(session, Cancelled)).Code);
        Assert.Null(await Assessor.RefreshAsync(session, Cancelled));
        var again = await Assessor.LoginAsync(Cancelled);
        var old = new CallerSession(again.Kept with { Access = session.Kept.Access, Refresh = session.Kept.Refresh }, "0");
        Assert.Equal(Refused, (await system.AskAsync(old, Cancelled)).Code);
        Assert.Null(await Assessor.RefreshAsync(old, Cancelled));
        Assert.True((await system.AskAsync(again, Cancelled)).Passed);
        NothingOfItIsStored(again);
        system.Clock.Move(TimeSpan.FromDays(14));
        Assert.Null(await Assessor.RefreshAsync(again, Cancelled));
    }

    [Fact]
    [Clause("CHEAA-4.1.2.2d", "the product's own caller refreshes before the access token ends; a refresh gives two new tokens and voids both old ones; the same refresh token once more, a minute later, ends the session and is on record as an incident; two logins give different tokens (5.1.2.2 d says equal: a misprint)")]
    public async Task A_refresh_token_works_once()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        var next = new CallerSession(Assert.IsType<KeptSession>(await Assessor.RefreshAsync(session, Cancelled)), "0");
        Assert.Equal(4, new[] { session.Kept.Access, session.Kept.Refresh, next.Kept.Access, next.Kept.Refresh }.Distinct().Count());
        Assert.Equal(Refused, (await system.AskAsync(session, Cancelled)).Code);
        Assert.True((await system.AskAsync(next, Cancelled)).Passed);
        system.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Null(await Assessor.RefreshAsync(session, Cancelled));
        Assert.Equal(Refused, (await system.AskAsync(next, Cancelled)).Code);
        Assert.Null(await Assessor.RefreshAsync(next, Cancelled));
        await TheCallerRefreshesByItselfAsync();
    }

    [Fact]
    [Clause("CHEAA-4.1.2.3", "every endpoint of every platform is called by a platform that may not: PERMISSION_DENIED; one that it may is answered")]
    public async Task A_platform_may_do_what_it_was_given_and_nothing_else()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        Assert.True((await system.AskAsync(session, Cancelled)).Passed);
        foreach (var endpoint in EnterpriseCatalogue.Endpoints.Where(endpoint => !endpoint.Callers.Contains(Role.BackOffice)))
            Assert.Equal("PERMISSION_DENIED", (await Assessor.SendAsync(Assessor.Sign(endpoint, "{}"u8.ToArray(), Assessor.Of(session)), Cancelled)).Code);
    }

    private static PlatId Plat(long number) => PlatId.TryFrom(number, out var id) ? id : throw new ArgumentOutOfRangeException(nameof(number));

    private Task<Verdict> AskAsync(Credentials credentials) => Assessor.SendAsync(Assessor.Sign(AssessedSystem.Question, AssessedSystem.QuestionBody, credentials), Cancelled);

    // The signer refuses to sign such a message; this one is signed by hand, and well.
    private Task<Verdict> WithoutTokenAsync(CallerSession session) =>
        Assessor.SendAsync(Assessor.Sign(AssessedSystem.Question, AssessedSystem.QuestionBody, Assessor.Pair).SignAnew(session), Cancelled);

    private async Task<LoginAnswer> LoginAnswerAsync()
    {
        using var attempt = Assessor.Attempt();
        var body = JsonSerializer.SerializeToUtf8Bytes(attempt.Request, WireOptions.Strict);
        return JsonSerializer.Deserialize<LoginAnswer>((await Assessor.SendAsync(Assessor.Sign(SessionCatalogue.Login, body, Assessor.Pair), Cancelled)).Body, WireOptions.Tolerant)!;
    }

    private Task<Verdict> LogoutAsync(CallerSession session) =>
        Assessor.SendAsync(Assessor.Sign(SessionCatalogue.Logout, """{"v":1}"""u8.ToArray(), Assessor.Of(session)), Cancelled);

    private void NothingOfItIsStored(CallerSession session)
    {
        var data = system.Sample.Party("qinghe-clinic").Data;
        foreach (var bytes in Directory.EnumerateFiles(data, "*.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Select(File.ReadAllBytes))
        {
            foreach (var token in new[] { session.Kept.Access, session.Kept.Refresh })
                Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(token)));
        }
    }

    private async Task TheCallerRefreshesByItselfAsync()
    {
        var request = new ListSubscriptionsRequest(1, RunningSystem.Visits, null, 10);
        Assert.Null((await Assessor.CallAsync(EnterpriseCatalogue.ListSubscriptions, request, Cancelled)).Problem);
        var refreshed = system.Tap.Messages.Count(message => message.Path == SessionCatalogue.Refresh.Route);
        system.Clock.Move(TwoHours - TimeSpan.FromMinutes(5));
        Assert.Null((await Assessor.CallAsync(EnterpriseCatalogue.ListSubscriptions, request, Cancelled)).Problem);
        Assert.True(system.Tap.Messages.Count(message => message.Path == SessionCatalogue.Refresh.Route) > refreshed);
    }
}
