using System.Text;
using Ascs.Trust.Keys;
using Ascs.Trust.Sessions;
using Ascs.Trust.Tests.Certificates;
using Ascs.Trust.Tests.Keys;

namespace Ascs.Trust.Tests.Sessions;

public sealed class AuthTokensTests : IDisposable
{
    private readonly RingFixture fixture = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_token_is_minted_once_for_a_peer_and_lives_on_in_the_next_process()
    {
        var first = (await (await fixture.OpenAsync()).MintAuthTokenAsync(Issued.Platform(), Issued.Now, Ct)).Bytes.ToArray();
        Assert.True(AuthTokens.IsToken(first));
        Assert.Equal(first, (await (await fixture.OpenAsync()).MintAuthTokenAsync(Issued.Platform(), Issued.Now, Ct)).Bytes.ToArray());
    }

    [Fact]
    public async Task another_token_of_a_peer_takes_the_place_of_the_former_after_an_hour_and_the_same_changes_nothing()
    {
        var ring = await fixture.OpenAsync();
        var name = KeyNames.AuthTokenFrom(Issued.Platform());
        Assert.True(await KeepAsync(ring, "a1", TimeSpan.Zero));
        Assert.True(await KeepAsync(ring, "a1", TimeSpan.Zero));
        Assert.True(await KeepAsync(ring, "b2", TimeSpan.FromHours(1)));
        Assert.Equal(2, ring.Current(name).Record.Version);
        Assert.StartsWith("b2", Encoding.ASCII.GetString(ring.Current(name).Bytes), StringComparison.Ordinal);
        Assert.Null(ring.Find(name, 1));
    }

    [Fact]
    public async Task a_peer_with_a_new_token_each_time_does_not_grow_the_ring()
    {
        var ring = await fixture.OpenAsync();
        Assert.True(await KeepAsync(ring, "a1", TimeSpan.Zero));
        for (var i = 0; i < 9; i++) Assert.False(await KeepAsync(ring, $"b{i}", TimeSpan.FromMinutes(59)));
        Assert.Equal(1, ring.Newest(KeyNames.AuthTokenFrom(Issued.Platform())));
    }

    [Fact]
    public async Task of_two_processes_that_mint_one_wins_and_both_answer_its_token()
    {
        var (one, other) = (await fixture.OpenAsync(), await fixture.OpenAsync());
        var first = (await one.MintAuthTokenAsync(Issued.Platform(), Issued.Now, Ct)).Bytes.ToArray();
        Assert.Equal(first, (await other.MintAuthTokenAsync(Issued.Platform(), Issued.Now, Ct)).Bytes.ToArray());
        Assert.Equal(1, other.Newest(KeyNames.AuthTokenFor(Issued.Platform())));
    }

    [Fact]
    public async Task what_is_no_token_is_not_kept()
    {
        var ring = await fixture.OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => ring.KeepAuthTokenAsync(Issued.Platform(), new byte[32], Issued.Now, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ring.EnsureAsync("auth-for-1", KeyAlgorithm.AuthToken, Issued.Now, Ct));
    }

    private static Task<bool> KeepAsync(KeyRing ring, string token, TimeSpan later) =>
        ring.KeepAuthTokenAsync(Issued.Platform(), Encoding.ASCII.GetBytes(token.PadRight(32, 'x')), Issued.Now + later, Ct);

    public void Dispose() => fixture.Dispose();
}
