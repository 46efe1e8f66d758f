using Ascs.Contracts;
using Ascs.Trust.Calls;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Sessions;

/// <summary>CHEAA-4.1.2.1 c d: the AuthToken, the certificate and everything said count together, and for these two platforms alone.</summary>
public sealed class LoginTests(TestWorld world) : IClassFixture<TestWorld>
{
    private static readonly Dictionary<string, Func<LoginRequest, TestWorld, LoginRequest>> Changes = new()
    {
        ["another proof"] = (request, _) => request with { Proof = Flip(request.Proof) },
        ["another signature"] = (request, _) => request with { Signature = Flip(request.Signature) },
        ["another nonce"] = (request, _) => request with { Nonce = Flip(request.Nonce) },
        ["another ephemeral key"] = (request, world) => request with { Ephemeral = Attempt(world.First, world).Request.Ephemeral },
        ["no point of the curve"] = (request, _) => request with { Ephemeral = Flip(request.Ephemeral) },
        ["other suites"] = (request, _) => request with { Suites = ["cheaa"] },
        ["no suite known here"] = (request, _) => request with { Suites = ["rot13"] },
        ["another platform's certificate"] = (request, world) => request with { Certificate = Attempt(world.Second, world).Request.Certificate },
        ["another platform's whole login"] = (_, world) => Attempt(world.Second, world).Request,
        ["no certificate"] = (request, _) => request with { Certificate = new string('A', 400) },
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task a_login_in_which_anything_is_changed_is_refused_with_nothing_told(string change)
    {
        using var attempt = Attempt(world.First, world);
        var reply = await SendAsync(world.First, Changes[change](attempt.Request, world));
        Assert.Equal(ProblemCodes.LoginRefused, reply.Problem!.Code);
        Assert.Empty(reply.Problem.Errors);
        Assert.Equal(LoginRefusedBody(reply), LoginRefusedBody(await SendAsync(world.First, attempt.Request with { Proof = Flip(attempt.Request.Proof) })));
    }

    [Fact]
    public async Task the_token_of_another_pair_buys_nothing()
    {
        var tokens = world.First.Directory.TokensFrom;
        var own = tokens[world.Party.PlatId];
        tokens[world.Party.PlatId] = world.Second.Directory.TokensFrom[world.Party.PlatId];
        using var attempt = Attempt(world.First, world);
        tokens[world.Party.PlatId] = own;
        Assert.Equal(ProblemCodes.LoginRefused, (await SendAsync(world.First, attempt.Request)).Problem!.Code);
    }

    [Fact]
    public async Task who_is_called_must_prove_itself_too()
    {
        var directory = world.First.Directory;
        var before = directory.TokensFor[world.Party.PlatId];
        directory.TokensFor[world.Party.PlatId] = new byte[MintedToken.AuthLength];
        var answer = await world.First.Services.GetRequiredService<SessionClient>().LoginAsync(world.Party.Self, Stop);
        directory.TokensFor[world.Party.PlatId] = before;
        Assert.Same(ProblemCodes.LoginRefused, answer.Problem!.Code);
    }

    [Fact]
    public async Task an_answer_in_which_anything_is_changed_opens_no_session()
    {
        Func<LoginAnswer, LoginAnswer>[] changes =
        [
            answer => answer with { Certificate = Attempt(world.Second, world).Request.Certificate }, answer => answer with { Suite = "cheaa" },
            answer => answer with { Ephemeral = Attempt(world.First, world).Request.Ephemeral }, answer => answer with { Nonce = Flip(answer.Nonce) },
            answer => answer with { SessionId = SessionId.From(new byte[16]) }, answer => answer with { Proof = Flip(answer.Proof) },
            answer => answer with { Signature = Flip(answer.Signature) }, answer => answer with { DataKey = answer.DataKey with { Seconds = 3601 } },
            answer => answer with { AccessSeconds = 7201 }, answer => answer with { RefreshSeconds = 1_209_601 },
            answer => answer with { DataKey = answer.DataKey with { KeyId = "data-AAAAAAAAAAAAAAAAAAAAAA" } },
        ];
        using var attempt = Attempt(world.First, world);
        var reply = await SendAsync(world.First, attempt.Request);
        var answer = System.Text.Json.JsonSerializer.Deserialize<LoginAnswer>(reply.Body.Span, WireOptions.Tolerant)!;
        foreach (var change in changes) Assert.Null(attempt.Accept(change(answer), world.Time.GetUtcNow()));
        Assert.NotNull(attempt.Accept(answer, world.Time.GetUtcNow()));
    }

    [Fact]
    public async Task both_suites_open_sessions_and_the_caller_chooses()
    {
        using var attempt = Attempt(world.First, world);
        var reply = await SendAsync(world.First, attempt.Request);
        Assert.Equal("gm", System.Text.Json.JsonSerializer.Deserialize<LoginAnswer>(reply.Body.Span, WireOptions.Tolerant)!.Suite);
        Assert.Equal("cheaa", SessionSuite.Choose(["new", "cheaa", "gm"]));
    }

    [Fact]
    public void a_back_office_has_one_token_for_both_directions()
    {
        var (called, office) = (world.Party.Directory, world.First.Directory);
        var officePeer = world.First.Self with { Role = Role.BackOffice };
        Assert.Equal(called.TokensFor[office.Self.PlatId], called.OfCalled(officePeer));
        Assert.Equal(office.TokensFrom[called.Self.PlatId], office.OfCalled(officePeer, called.Self.PlatId));
        Assert.NotEqual(called.OfCalled(world.First.Self), called.OfCalled(officePeer));
    }

    private static LoginAttempt Attempt(TestPlatform caller, TestWorld world) => LoginAttempt.Make(caller.Directory, world.Party.Self, caller.Certificate, caller.Directory)!;

    private Task<Reply> SendAsync(TestPlatform caller, LoginRequest request) => caller.Services.GetRequiredService<SignedCalls>().TryAsync(
        world.Party.Self, SessionCatalogue.Login, OutboundCall.Of(caller.PlatId, world.Party.Self, SessionCatalogue.Login, request),
        new Credentials(caller.Directory.Shared[world.Party.PlatId], null), Stop);

    private static string LoginRefusedBody(Reply reply) =>
        System.Text.RegularExpressions.Regex.Replace(System.Text.Encoding.UTF8.GetString(reply.Body.Span), "\"traceId\":\"[0-9a-f]+\"", "");

    // Another first character, and still canonical.
    private static string Flip(string text) => (text[0] == 'A' ? 'B' : 'A') + text[1..];
}
