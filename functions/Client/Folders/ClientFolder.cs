using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Client.Folders;

/// <summary>Names of the files in a platform's folder that the client reads.</summary>
internal sealed record ClientFolder(string Root)
{
    public string Peers => Path.Combine(Root, "peers.json");

    public string Certificate => Path.Combine(Root, "platform.pem");

    public string CertificateKey => Path.Combine(Root, "platform.key");

    public string Authority => Path.Combine(Root, "ca.pem");

    public string KeyEncryptionKey => Path.Combine(Root, "kek.json");

    public string Services => Path.Combine(Root, "services.json");

    public string Data => Path.Combine(Root, "data");

    public string Store => Path.Combine(Data, "store.db");

    public string KeyStore => Path.Combine(Data, "keys.db");

    public string Statements(PlatId peer) => Path.Combine(Root, "statements", $"{peer}.json");

    /// <summary>IMSI network codes by operator: the only thing in party.json that the client needs. Others read the rest.</summary>
    public async Task<IReadOnlyDictionary<OperatorId, IReadOnlyList<string>>> NetworkCodesAsync(CancellationToken ct) =>
        JsonSerializer.Deserialize(await File.ReadAllBytesAsync(Path.Combine(Root, "party.json"), ct), FolderJson.Default.PartyCodes)?.NetworkCodes
        ?? new Dictionary<OperatorId, IReadOnlyList<string>>();

    /// <summary>Policies of an enterprise as agreed with the trusted party.</summary>
    public async Task<IReadOnlyList<ServicePolicy>> PoliciesAsync(EnterpriseId enterprise, CancellationToken ct)
    {
        try
        {
            var policies = JsonSerializer.Deserialize<IReadOnlyList<ServicePolicy>>(await File.ReadAllBytesAsync(Services, ct), WireOptions.Strict) ?? throw new JsonException();
            return [.. policies.Where(policy => policy.EnterpriseId == enterprise)];
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{Services} is not the JSON it should be.", fault);
        }
    }
}
