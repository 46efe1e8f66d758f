using Ascs.Contracts;
using Ascs.Gm;
using Ascs.Trust.Keys;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Tests.Bench;

namespace Ascs.TrustedParty.Tests.AnonymousIds;

public sealed class MintAidTests : IDisposable
{
    private static readonly AuthorisationId Authorisation = AuthorisationId.Parse("az_" + new string('0', 26));
    private readonly HmacSm3Key key = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public void Dispose() => key.Dispose();

    /// <summary>Computed apart with Python's hmac over OpenSSL's SM3.</summary>
    [Theory]
    [InlineData("meadow", 1, 0, "0RWWX9SHABJS12NHYRKYQ5CRFX6")]
    [InlineData("meadow", 1, 1, "7ACD1EX1H41S8G9XC47VH2R9CJ7")]
    [InlineData("meadow", 2, 0, "54WKWRXPRYYN26FSFQH6HC2R8PZ")]
    [InlineData("harbour", 1, 0, "2R36P8EJ4R81VE6PBAKT4T1NMGV")]
    public void an_aid_is_these_bytes_and_no_others(string enterprise, int version, int counter, string aid) => Assert.Equal(
        aid, MintAid.Mint(key, version, EnterpriseId.Parse(enterprise), PartyBench.Tag('A'), Authorisation, counter).ToString());

    [Fact]
    public void every_field_and_the_key_change_the_whole_aid()
    {
        using var other = new HmacSm3Key(new byte[32]);
        var meadow = FakeDirectory.Meadow;
        Aid[] aids =
        [
            MintAid.Mint(key, 1, meadow, PartyBench.Tag('A'), Authorisation, 0),
            MintAid.Mint(key, 1, FakeDirectory.Harbour, PartyBench.Tag('A'), Authorisation, 0),
            MintAid.Mint(key, 1, meadow, PartyBench.Tag('B'), Authorisation, 0),
            MintAid.Mint(key, 1, meadow, PartyBench.Tag('A'), AuthorisationId.Parse("az_" + new string('0', 25) + "1"), 0),
            MintAid.Mint(key, 1, meadow, PartyBench.Tag('A'), Authorisation, 1),
            MintAid.Mint(key, 2, meadow, PartyBench.Tag('A'), Authorisation, 0),
            MintAid.Mint(other, 1, meadow, PartyBench.Tag('A'), Authorisation, 0),
        ];

        // ISC-6.2.2.1 a: nothing of the fields shows. Random 27-character texts over 32 symbols agree at about one place.
        foreach (var (one, two) in aids.SelectMany((a, i) => aids.Skip(i + 1).Select(b => (a.ToString(), b.ToString()))))
            Assert.InRange(one.Zip(two).Count(pair => pair.First == pair.Second), 0, 8);
    }

    [Fact]
    public async Task an_aid_that_another_authorisation_has_is_gone_around()
    {
        using var bench = await PartyBench.StartAsync();
        var mint = new AidMint(bench.Ring, bench.Records);
        var first = await mint.MintAsync(FakeDirectory.Meadow, PartyBench.Tag('A'), Authorisation, PartyBench.Ct);
        await bench.Records.CreateOrReadAsync(SampleRecords.Of(first, "1"), PartyBench.Ct); // as if 128 bits had collided

        var second = await mint.MintAsync(FakeDirectory.Meadow, PartyBench.Tag('A'), Authorisation, PartyBench.Ct);

        var ring = bench.Ring.Current(KeyNames.Aid);
        Assert.Equal(MintAid.Mint(ring.HmacSm3, 1, FakeDirectory.Meadow, PartyBench.Tag('A'), Authorisation, 1), second);
        await bench.Records.CreateOrReadAsync(SampleRecords.Of(second, "0"), PartyBench.Ct);
        Assert.Equal(second, await mint.MintAsync(FakeDirectory.Meadow, PartyBench.Tag('A'), Authorisation, PartyBench.Ct)); // its own is not taken
    }
}
