using Ascs.Contracts;
using Ascs.Storage;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.EvidenceLog;

public sealed class AuthorisationKeysTests
{
    private static readonly AuthorisationId One = AuthorisationId.Parse("az_" + new string('0', 26));
    private static readonly AuthorisationId Two = AuthorisationId.Parse("az_" + new string('0', 25) + "1");

    private static CancellationToken Ct => PartyBench.Ct;

    [Fact]
    public async Task a_key_is_made_once_and_survives()
    {
        using var bench = await PartyBench.StartAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bench.Keys.GetOrCreateAsync(One, Ct)));
        await bench.RestartAsync();

        Assert.All(made, key => Assert.Equal(made[0], key));
        Assert.Equal(made[0], await bench.Keys.GetOrCreateAsync(One, Ct));
        Assert.Equal(16, made[0].Length);
        Assert.NotEqual(made[0], await bench.Keys.GetOrCreateAsync(Two, Ct));
    }

    [Fact]
    public async Task only_keys_that_exist_are_read_and_none_is_made()
    {
        using var bench = await PartyBench.StartAsync();
        var key = await bench.Keys.GetOrCreateAsync(One, Ct);
        var writes = bench.KeyDocuments.Writes;

        var read = await bench.Keys.ReadManyAsync([One, Two, One], Ct);

        Assert.Equal(key, Assert.Single(read).Value);
        Assert.Equal(writes, bench.KeyDocuments.Writes);
    }

    [Fact]
    public async Task the_key_store_holds_no_key_in_clear_and_the_main_store_none_at_all()
    {
        using var bench = await PartyBench.StartAsync();

        var key = await bench.Keys.GetOrCreateAsync(One, Ct);

        var stored = await bench.InnerKeys.ReadAsync(Containers.Keys, new(One.ToString(), "key"), Ct);
        Assert.Equal(-1, stored!.Body.Span.IndexOf(System.Text.Encoding.ASCII.GetBytes(System.Buffers.Text.Base64Url.EncodeToString(key))));
        Assert.Null(await bench.Inner.ReadAsync(Containers.Keys, new(One.ToString(), "key"), Ct));
    }

    [Fact]
    public async Task a_wrapped_key_in_the_place_of_another_does_not_open()
    {
        using var bench = await PartyBench.StartAsync();
        var wrap = new AuthorisationKeyWrap(bench.Ring);
        var wrapped = wrap.Wrap(One, new byte[16]);

        Assert.Equal(new byte[16], wrap.Unwrap(One, wrapped));
        Assert.Throws<InvalidDataException>(() => wrap.Unwrap(Two, wrapped));
        Assert.Throws<InvalidDataException>(() => wrap.Unwrap(One, "2" + wrapped[1..]));
        Assert.Throws<InvalidDataException>(() => wrap.Unwrap(One, "nonsense"));
    }

    [Fact]
    public async Task a_rotated_wrapping_key_still_opens_what_is_older()
    {
        using var bench = await PartyBench.StartAsync();
        var key = await bench.Keys.GetOrCreateAsync(One, Ct);

        await bench.Ring.RotateAsync(TrustedPartyKeys.Authorisations, DateTimeOffset.UnixEpoch, Ct);
        await bench.RestartAsync();

        Assert.Equal(key, await bench.Keys.GetOrCreateAsync(One, Ct));
        Assert.StartsWith("2.", new AuthorisationKeyWrap(bench.Ring).Wrap(One, key), StringComparison.Ordinal);
    }
}
