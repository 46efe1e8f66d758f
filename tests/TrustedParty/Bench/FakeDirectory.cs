using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.TrustedParty.Tests.Bench;

/// <summary>The trusted party with two enterprises and two operators.</summary>
internal sealed class FakeDirectory : IPlatformDirectory
{
    public static OperatorId North { get; } = OperatorId.Parse("north");

    public static OperatorId South { get; } = OperatorId.Parse("south");

    public static EnterpriseId Meadow { get; } = EnterpriseId.Parse("meadow");

    public static EnterpriseId Harbour { get; } = EnterpriseId.Parse("harbour");

    public Peer Self { get; } = Make(1, Role.TrustedParty);

    public IReadOnlyList<Peer> Peers { get; } =
    [
        Make(2, Role.Enterprise, enterprise: Meadow), Make(3, Role.Enterprise, enterprise: Harbour),
        Make(4, Role.Operator, operatorId: South), Make(5, Role.Operator, operatorId: North),
    ];

    public Peer? Find(PlatId platId) => Peers.FirstOrDefault(p => p.PlatId == platId);

    private static Peer Make(int n, Role role, EnterpriseId? enterprise = null, OperatorId? operatorId = null)
    {
        Assert.True(PlatId.TryFrom(1_000_000_000_000_000 + n, out var id));
        return new Peer(id, role, $"p{n}", new Uri($"https://p{n}.example:9443/"), new string('A', 64), enterprise, operatorId, new Uri($"https://p{n}.example/"));
    }
}
