using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Calls;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Trust.Tests.Sessions;

/// <summary>CHEAA-4.1.2.1 c: after a pairing the two hand each other their AuthTokens by themselves.</summary>
public sealed class ExchangeTests : IAsyncLifetime
{
    private readonly TestWorld world = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TestDirectory Party => world.Party.Directory;

    private TestDirectory First => world.First.Directory;

    public async ValueTask InitializeAsync()
    {
        await world.InitializeAsync();
        foreach (var directory in new[] { Party, First })
        {
            directory.TokensFor.Clear();
            directory.TokensFrom.Clear();
        }
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task the_first_call_after_a_pairing_exchanges_tokens_and_logs_in()
    {
        var answer = await world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, TestWorld.Acme, [Aid.FromBytes(new byte[16])]), null, Stop);
        Assert.Equal(200, answer.Status);
        Assert.Equal(Party.TokensFor[world.First.PlatId], First.TokensFrom[world.Party.PlatId]);
        Assert.Equal(First.TokensFor[world.Party.PlatId], Party.TokensFrom[world.First.PlatId]);
        Assert.NotEqual(Party.TokensFor[world.First.PlatId], First.TokensFor[world.Party.PlatId]);
    }

    [Fact]
    public async Task a_repeated_exchange_hands_out_the_same_token()
    {
        var request = new ExchangeRequest(1, Wrap(await First.MintAsync(world.Party.PlatId, world.Time.GetUtcNow(), Stop)));
        Assert.Null((await SendAsync(request)).Problem);
        var minted = Party.TokensFor[world.First.PlatId];
        Assert.Null((await SendAsync(request)).Problem);
        Assert.Same(minted, Party.TokensFor[world.First.PlatId]);
    }

    [Fact]
    public async Task what_is_no_token_or_is_wrapped_to_somebody_else_is_refused_and_nothing_is_kept()
    {
        using var other = Sm2PrivateKey.Generate();
        WrappedSecret?[] wrong = [null, Wrap(new byte[32]), Wrap("short"u8.ToArray()), Wrap(Token) with { Wrapped = "AAAA" }, Wrap(Token) with { ExchangeKeyId = "exchange-v9" }, TokenWrap.Wrap(("exchange-v1", other.PublicKey), Token)];
        foreach (var wrapped in wrong) Assert.Equal(ProblemCodes.SchemaInvalid, (await SendAsync(new ExchangeRequest(1, wrapped))).Problem!.Code);
        Assert.Empty(Party.TokensFrom);
    }

    [Fact]
    public async Task another_token_too_soon_is_refused_and_none_is_handed_out()
    {
        Party.KeepsTokens = false;
        Assert.Equal(ProblemCodes.Unavailable, (await SendAsync(new ExchangeRequest(1, Wrap(Token)))).Problem!.Code);
        Assert.Equal(0, Party.Mints);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task tokens_that_differ_after_a_restore_are_exchanged_anew_and_the_call_goes_on(bool callersProof)
    {
        Assert.Null((await CallAsync()).Problem);
        (callersProof ? Party.TokensFor : Party.TokensFrom)[world.First.PlatId] = Token;
        await world.EndSessionAsync(world.First);
        Assert.Null((await CallAsync()).Problem);
        Assert.Equal(Party.TokensFor[world.First.PlatId], First.TokensFrom[world.Party.PlatId]);
    }

    [Fact]
    public async Task tokens_that_go_on_differing_are_exchanged_once_a_minute()
    {
        await CallAsync();
        (Party.TokensFor[world.First.PlatId], First.KeepsTokens) = (Token, false);
        await world.EndSessionAsync(world.First);
        var before = Party.Mints;
        var client = world.First.Services.GetRequiredService<SessionClient>();
        for (var i = 0; i < 3; i++) Assert.Equal(ProblemCodes.LoginRefused, (await client.LoginAsync(world.Party.Self, Stop)).Problem!.Code);
        Assert.Equal(before + 1, Party.Mints);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await client.LoginAsync(world.Party.Self, Stop);
        Assert.Equal(before + 2, Party.Mints);
    }

    private Task<Answer<AidStatesAnswer>> CallAsync() =>
        world.First.Caller.CallAsync(world.Party.Self, TrustedPartyCatalogue.AidStates, new AidStatesRequest(1, TestWorld.Acme, [Aid.FromBytes(new byte[16])]), null, Stop);

    private static byte[] Token => System.Text.Encoding.ASCII.GetBytes(new string('a', 31) + "1");

    private WrappedSecret Wrap(byte[] token) => TokenWrap.Wrap(("exchange-v1", Party.ExchangeKey.PublicKey), token);

    private Task<Reply> SendAsync(ExchangeRequest request) => world.First.Services.GetRequiredService<SignedCalls>().TryAsync(
        world.Party.Self, SessionCatalogue.Exchange, OutboundCall.Of(world.First.PlatId, world.Party.Self, SessionCatalogue.Exchange, request),
        new Credentials(First.Shared[world.Party.PlatId], null), Stop);
}
