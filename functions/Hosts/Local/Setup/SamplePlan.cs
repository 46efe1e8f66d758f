using Ascs.Contracts;

namespace Ascs.Hosts.Local.Setup;

/// <summary>The parties of the sample: two enterprises and two operators, so that isolation and routing can be seen.</summary>
internal static class SamplePlan
{
    /// <summary>What people call the trusted party's folder.</summary>
    public const string TrustedParty = "trusted-party";

    /// <summary>Ports between two parties' listeners: public first, platform next.</summary>
    private const int PortsPerParty = 10;

    /// <summary>All parties, the trusted party first.</summary>
    public static IReadOnlyList<PlannedParty> Parties { get; } =
    [
        new(PartyKind.TrustedParty, TrustedParty, "匿名订阅通信公信平台 Trusted Party"),
        new(PartyKind.Operator, "operator-a", "甲运营商 Operator A"),
        new(PartyKind.Operator, "operator-b", "乙运营商 Operator B"),
        new(PartyKind.Enterprise, "hongyan-express", "鸿雁快递 Hongyan Express"),
        new(PartyKind.Enterprise, "qinghe-clinic", "清禾诊所 Qinghe Clinic"),
        new(PartyKind.BackOffice, "hongyan-express", "鸿雁快递后台 Hongyan back office"),
        new(PartyKind.BackOffice, "qinghe-clinic", "清禾诊所后台 Qinghe back office"),
    ];

    /// <summary>IMSI network codes of the operators.</summary>
    public static IReadOnlyDictionary<OperatorId, IReadOnlyList<string>> NetworkCodes { get; } = new Dictionary<OperatorId, IReadOnlyList<string>>
    {
        [OperatorId.Parse("operator-a")] = ["46000", "46002", "46007"],
        [OperatorId.Parse("operator-b")] = ["46001", "46006"],
    };

    /// <summary>Public and platform port of each party that listens, and the handset's last: counted from a base, or free ones when the base is 0.</summary>
    public static IReadOnlyList<int> Ports(int basePort) => basePort == 0
        ? FreePorts.Take(11)
        : [.. Enumerable.Range(0, 5).SelectMany(i => new[] { basePort + (i * PortsPerParty), basePort + (i * PortsPerParty) + 1 }), basePort + 90];
}
