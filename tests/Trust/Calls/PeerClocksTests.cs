using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Tests.Calls;

public sealed class PeerClocksTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_348_800);

    private static readonly PlatId Peer = PlatId.NewRandom();

    [Fact]
    public void the_offset_is_the_least_that_explains_the_answer()
    {
        var clocks = new PeerClocks();
        clocks.Measure(Peer, "ascs=(\"@status\");created=1795348805;nonce=\"x\";keyid=\"pair-v1\"", Now, Now.AddSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(4), clocks.Of(Peer));
        clocks.Measure(Peer, "ascs=(\"@status\");created=1795348795;nonce=\"x\";keyid=\"pair-v1\"", Now, Now.AddSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(-4), clocks.Of(Peer));
    }

    [Fact]
    public void a_slow_answer_is_no_skew()
    {
        var clocks = new PeerClocks();
        Assert.False(clocks.IsOff(Peer));
        Assert.False(clocks.Measure(Peer, "ascs=();created=1795348810;nonce=\"x\"", Now, Now.AddSeconds(10)));
        Assert.False(clocks.Measure(Peer, "ascs=();created=1795348800;nonce=\"x\"", Now, Now.AddSeconds(10)));
        Assert.False(clocks.IsOff(Peer));
        Assert.True(clocks.Measure(Peer, "ascs=();created=1795348813;nonce=\"x\"", Now, Now.AddSeconds(10)));
        Assert.True(clocks.IsOff(Peer));
    }

    [Fact]
    public void leaving_the_tolerance_is_told_once()
    {
        var clocks = new PeerClocks();
        bool Measure(long created) => clocks.Measure(Peer, $"ascs=();created={created};nonce=\"x\"", Now, Now);
        Assert.False(Measure(1_795_348_800));
        Assert.True(Measure(1_795_348_803));
        Assert.False(Measure(1_795_348_804));
        Assert.False(Measure(1_795_348_800));
        Assert.True(Measure(1_795_348_790));
    }
}
