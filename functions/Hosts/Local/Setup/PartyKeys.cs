using Ascs.Enterprise;
using Ascs.Operator.Keys;
using Ascs.Trust.Keys;
using Ascs.TrustedParty;

namespace Ascs.Hosts.Local.Setup;

/// <summary>Keys that each kind of party holds.</summary>
internal static class PartyKeys
{
    /// <summary>Name and algorithm of each.</summary>
    public static IEnumerable<(string Name, KeyAlgorithm Algorithm)> Of(PartyKind kind) => Own(kind).Concat(Everyones);

    private static (string Name, KeyAlgorithm Algorithm)[] Everyones =>
        [(KeyNames.Answers, KeyAlgorithm.Sm4), (KeyNames.Exchange, KeyAlgorithm.Sm2), (KeyNames.Sessions, KeyAlgorithm.Sm4)];

    private static IEnumerable<(string Name, KeyAlgorithm Algorithm)> Own(PartyKind kind) => kind switch
    {
        PartyKind.TrustedParty => TrustedPartyKeys.All,
        PartyKind.Operator => Operator,
        PartyKind.Enterprise => EnterpriseKeys.All,
        _ => [(KeyNames.Author, KeyAlgorithm.Sm2)],
    };

    private static (string Name, KeyAlgorithm Algorithm)[] Operator =>
    [
        (KeyNames.Author, KeyAlgorithm.Sm2), (OperatorKeys.Seal, KeyAlgorithm.Sm2), (OperatorKeys.Tag, KeyAlgorithm.HmacSm3),
        (OperatorKeys.Lookup, KeyAlgorithm.HmacSm3), (OperatorKeys.Rest, KeyAlgorithm.Sm4),
    ];
}
