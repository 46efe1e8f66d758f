using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Trust.Calls;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>Peers' clocks as one process has measured them.</summary>
internal sealed class FakeClocks : IPeerClocks
{
    private readonly ConcurrentDictionary<PlatId, TimeSpan> offsets = new();

    public bool IsOff(PlatId peer) => offsets.GetValueOrDefault(peer).Duration() > PeerClocks.Tolerance;

    public void Measure(FakeOperator answered) => offsets[answered.Peer.PlatId] = answered.Skew;
}
