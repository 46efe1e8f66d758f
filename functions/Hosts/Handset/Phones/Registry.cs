using Ascs.Hosts.Handset.Store;

namespace Ascs.Hosts.Handset.Phones;

/// <summary>Gateways, phones and threads by their names, made on first sight. The making runs on the writer thread.</summary>
internal static class Registry
{
    private const string FindGateway = "SELECT gateway FROM gateways WHERE name = $1";
    private const string AddGateway = "INSERT INTO gateways (name) VALUES ($1) ON CONFLICT DO NOTHING";
    private const string FindPhone = "SELECT phone FROM phones WHERE number = $1";
    private const string AddPhone = "INSERT INTO phones (number) VALUES ($1) RETURNING phone";
    private const string FindThread = "SELECT thread FROM threads WHERE phone = $1 AND gateway = $2 AND port = $3";
    private const string AddThread = "INSERT INTO threads (phone, gateway, port) VALUES ($1, $2, $3) RETURNING thread";

    internal static void EnsureGateway(this Ledger ledger, string name) => ledger[AddGateway].Run(name);

    /// <summary>Every name that has a secret has a row, so a caller who passed the bearer check is always found.</summary>
    internal static long GatewayNumber(this Ledger ledger, string name) => ledger[FindGateway].Number(name)!.Value;

    internal static long Phone(this Ledger ledger, string number) =>
        ledger[FindPhone].Number(number) ?? ledger[AddPhone].Number(number)!.Value;

    internal static long Thread(this Ledger ledger, string number, long gateway, string port)
    {
        var phone = ledger.Phone(number);
        return ledger[FindThread].Number(phone, gateway, port) ?? ledger[AddThread].Number(phone, gateway, port)!.Value;
    }
}
