using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ascs.Contracts;
using Ascs.Enterprise;
using Ascs.Hosts.Local.Setup;
using Ascs.Operator;
using Ascs.Operator.Keys;
using Ascs.Trust.Hosting;
using Ascs.TrustedParty;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>Puts a party into a platform's container, as its folder says.</summary>
internal static class PartyModules
{
    /// <summary>Registers the party and answers its endpoints and pages.</summary>
    public static EndpointTable Add(IServiceCollection services, PlatformParts parts) => parts.File.Party switch
    {
        PartyKind.TrustedParty => AddTrustedParty(services, parts),
        PartyKind.Operator => AddOperator(services, parts),
        PartyKind.Enterprise => AddEnterprise(services, parts),
        _ => throw new Refusal("A back office serves nothing; it only calls."),
    };

    private static EndpointTable AddTrustedParty(IServiceCollection services, PlatformParts parts)
    {
        services.AddTrustedParty(new TrustedPartyOptions
        {
            Store = parts.Store,
            KeyStore = parts.Keys.Store,
            Keys = parts.Keys.Ring,
            LogOrigin = $"ascs.local/{parts.File.PlatId}",
            ServicesFile = parts.Folder.Services,
            TemplatesFile = parts.Folder.Templates,
            Name = LocalText.Split(parts.File.Name),
            Dispatches = parts.File.ReceiptPatienceSeconds is { } seconds ? new() { ReceiptPatience = TimeSpan.FromSeconds(seconds) } : new(),
        });
        return TrustedPartyTable.Create();
    }

    private static EndpointTable AddOperator(IServiceCollection services, PlatformParts parts)
    {
        var file = parts.File;
        services.AddSingleton(parts.Keys.Ring.ToOperatorKeys());
        var options = new OperatorOptions
        {
            OperatorId = OperatorId.Parse(file.Id),
            Name = LocalText.Split(file.Name),
            NetworkCodes = file.NetworkCodes?.Values.SelectMany(codes => codes).ToArray() ?? [],
            SubscribersFile = File.Exists(parts.Folder.Subscribers) ? parts.Folder.Subscribers : throw new Refusal($"{parts.Folder.Subscribers} is not there."),
            Gateway = file.Handset ?? throw new Refusal("party.json of an operator names no handset."),
            GatewayName = file.Id,
            GatewaySecretFile = parts.Folder.GatewaySecret,
            TemplatesFile = parts.Folder.Templates,
            PoliciesFile = parts.Folder.Services,
            NoticePort = file.NoticePort ?? SenderId.Parse("10000"),
        };
        services.AddOperator(options with
        {
            MissesPerHour = file.MissesPerHour ?? options.MissesPerHour,
            MissesPerPerson = file.MissesPerPerson ?? options.MissesPerPerson,
        });
        return OperatorTable.Create();
    }

    private static EndpointTable AddEnterprise(IServiceCollection services, PlatformParts parts)
    {
        var file = parts.File;
        services.AddEnterprise(new EnterpriseOptions
        {
            EnterpriseId = EnterpriseId.Parse(file.Id),
            Policies = Read(parts.Folder.Services, (JsonTypeInfo<IReadOnlyList<ServicePolicy>>)WireOptions.Strict.GetTypeInfo(typeof(IReadOnlyList<ServicePolicy>))),
            PublicAddress = file.PublicAddress!,
            NetworkCodes = file.NetworkCodes ?? new Dictionary<OperatorId, IReadOnlyList<string>>(),
            Webhooks = [.. (file.Webhooks ?? []).Select(entry => entry.ToTarget(parts.Folder))],
            Devices = File.Exists(parts.Folder.Devices) ? Read(parts.Folder.Devices, DevicesJson.Default.IReadOnlyListSampleDevice) : [],
        });
        return EnterpriseTable.Create();
    }

    /// <exception cref="InvalidDataException">It is no such file; one that can't be opened says so by itself.</exception>
    private static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), type) ?? throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file} is not the JSON it should be: {fault.Path ?? "its start"} at line {fault.LineNumber + 1}.", fault);
        }
    }
}
