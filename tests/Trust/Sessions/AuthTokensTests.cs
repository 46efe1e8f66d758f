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
    public async Task another_token_of_a_peer_takes_the_place_of_the_former_and_the_same_changes_nothing()
    {
        var ring = await fixture.OpenAsync();
        var name = KeyNames.AuthTokenFrom(Issued.Platform());
        foreach (var token in new[] { "a1", "a1", "b2" }) await ring.KeepAuthTokenAsync(Issued.Platform(), Encoding.ASCII.GetBytes(token.PadRight(32, 'x')), Issued.Now, Ct);
        Assert.Equal(2, ring.Current(name).Record.Version);
        Assert.StartsWith("b2", Encoding.ASCII.GetString(ring.Current(name).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_no_token_is_not_kept()
    {
        var ring = await fixture.OpenAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => ring.KeepAuthTokenAsync(Issued.Platform(), new byte[32], Issued.Now, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ring.EnsureAsync("auth-for-1", KeyAlgorithm.AuthToken, Issued.Now, Ct));
    }

    public void Dispose() => fixture.Dispose();
}
