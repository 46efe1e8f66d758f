using Ascs.Contracts;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Calls;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Sessions;

/// <summary>What a caller does about sessions that are lost, and what its calls are told of it: nothing. Each test has a world of its own.</summary>
public sealed class SessionLossTests : IAsyncLifetime
{
    private readonly TestWorld world = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData(111)]
    [InlineData(121)]
    public async Task a_refresh_in_a_session_that_is_lost_ends_in_a_login(int minutes)
    {
        await world.EndSessionAsync(world.First);
        world.Time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(200, (await AskAsync()).Status);
        Assert.Equal(2, Logins());
    }

    [Fact]
    public async Task a_refresh_whose_token_was_used_ends_in_a_login()
    {
        var session = world.SessionOf(world.First);
        Assert.NotNull((await world.First.Services.GetRequiredService<SessionClient>().RefreshAsync(world.Party.Self, session, Stop)).Value); // by a copy of this platform
        world.Time.Advance(TimeSpan.FromMinutes(121));
        Assert.Equal(200, (await AskAsync()).Status);
    }

    [Fact]
    public async Task a_login_that_is_refused_is_unavailable_and_not_tried_at_each_call()
    {
        world.First.Directory.TokensFrom[world.Party.PlatId] = new byte[MintedToken.AuthLength];
        world.First.Directory.KeepsTokens = false;
        for (var call = 0; call < 10; call++) Assert.Same(ProblemCodes.Unavailable, (await AskAsync()).Problem!.Code);
        // The waits between tries let a little of the fake time pass, never as much as the pauses grow to.
        Assert.InRange(world.First.Journal.Lines.Count(line => line.Contains("refused: LOGIN_REFUSED", StringComparison.Ordinal)), 1, 5);
        world.First.Directory.TokensFrom[world.Party.PlatId] = world.Party.Directory.TokensFor[world.First.PlatId];
        world.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(200, (await AskAsync()).Status);
    }

    [Fact]
    public async Task a_peer_that_forgets_every_session_is_unavailable_and_not_logged_in_at_each_call()
    {
        world.Party.Directory.Forgets = true;
        for (var call = 0; call < 10; call++) Assert.Same(ProblemCodes.Unavailable, (await AskAsync()).Problem!.Code);
        Assert.InRange(Logins(), 2, 6);
        world.Party.Directory.Forgets = false;
        world.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(200, (await AskAsync()).Status);
    }

    private int Logins() => world.Party.Directory.Sealings;

    private Task<Answer<AidStatesAnswer>> AskAsync() => world.Time.While(
        world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, TestWorld.Acme, [Aid.FromBytes(new byte[16])]), null, Stop));
}
