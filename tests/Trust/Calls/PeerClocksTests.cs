using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Tests.Calls;

public sealed class PeerClocksTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_348_800);

    private static readonly PlatId Peer = PlatId.NewRandom();

    [Fact]
    public void the_offset_is_theirs_less_the_middle_of_ours()
    {
        var clocks = new PeerClocks();
        clocks.Measure(Peer, "ascs=(\"@status\");created=1795348805;nonce=\"x\";keyid=\"pair-v1\"", Now, Now.AddSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(5), clocks.Of(Peer));
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
