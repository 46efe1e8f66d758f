using System.CommandLine.Parsing;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Commands;

/// <summary>What a party is, as one types it.</summary>
internal static class PartyNames
{
    public static PartyKind Parse(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "enterprise": return PartyKind.Enterprise;
            case "trusted-party": return PartyKind.TrustedParty;
            case "operator": return PartyKind.Operator;
            case "back-office": return PartyKind.BackOffice;
            default:
                result.AddError("--party is enterprise, trusted-party, operator or back-office.");
                return default;
        }
    }
}
