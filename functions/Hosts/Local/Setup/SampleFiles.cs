using System.Reflection;
using System.Security.Cryptography;

namespace Ascs.Hosts.Local.Setup;

/// <summary>The sample's input files, carried inside the program.</summary>
internal static class SampleFiles
{
    /// <summary>Puts the files of a party into its folder.</summary>
    public static async Task CopyAsync(PlannedParty plan, PartyFolder folder, SampleFolder sample, CancellationToken ct)
    {
        if (plan.Kind is not PartyKind.BackOffice)
        {
            await WriteAsync("services.json", folder.Services, ct);
            await WriteAsync("templates.json", folder.Templates, ct);
        }

        if (plan.Kind == PartyKind.Enterprise)
            await WriteAsync("devices.json", folder.Devices, ct);
        if (plan.Kind == PartyKind.Operator)
        {
            await WriteAsync($"subscribers-{plan.Id}.csv", folder.Subscribers, ct);
            await WriteGatewaySecretAsync(plan, folder, sample, ct);
        }
    }

    /// <summary>Puts files into a party's folder that hold nothing yet: what its business is, only its people know.</summary>
    public static async Task EmptyAsync(PlannedParty plan, PartyFolder folder, CancellationToken ct)
    {
        if (!plan.Listens) return;
        await File.WriteAllTextAsync(folder.Services, "[]\n", ct);
        await File.WriteAllTextAsync(folder.Templates, "[]\n", ct);
        if (plan.Kind != PartyKind.Operator) return;
        await File.WriteAllTextAsync(folder.Subscribers, "identifierType,identifier,subscriber,number,validFrom,validTo\n", ct);
        await OwnerOnly.WriteAsync(folder.GatewaySecret, RandomNumberGenerator.GetHexString(64, lowercase: true) + "\n", ct);
    }

    private static async Task WriteGatewaySecretAsync(PlannedParty plan, PartyFolder folder, SampleFolder sample, CancellationToken ct)
    {
        Directory.CreateDirectory(sample.HandsetSecrets);
        var secret = RandomNumberGenerator.GetHexString(64, lowercase: true) + "\n";
        foreach (var file in new[] { folder.GatewaySecret, Path.Combine(sample.HandsetSecrets, plan.Id + ".secret") })
            await OwnerOnly.WriteAsync(file, secret, ct);
    }

    private static async Task WriteAsync(string resource, string file, CancellationToken ct)
    {
        await using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream("Sample/" + resource)
            ?? throw new InvalidOperationException($"The sample file {resource} is not in the program.");
        await using var target = File.Create(file);
        await content.CopyToAsync(target, ct);
    }
}
