using System.Text.Json;
using Ascs.Trust.Audit;
using Ascs.Trust.Audit.Alerts;
using Ascs.Trust.Webhooks;

namespace Ascs.Hosts.Local.Setup;

/// <summary>Reads party.json.</summary>
internal static class PartyReader
{
    /// <exception cref="Refusal">It can't be read: one sentence.</exception>
    public static async Task<PartyFile> ReadAsync(PartyFolder folder, CancellationToken ct)
    {
        try
        {
            var file = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(folder.Party, ct), PartyFileJson.Default.PartyFile);
            return file is { V: 1 } ? Checked(file, folder) : throw new Refusal($"{folder.Party} is of another version.");
        }
        catch (JsonException fault)
        {
            throw new Refusal($"{folder.Party} can't be read: {fault.Path ?? "its start"} at line {fault.LineNumber + 1} is not what belongs there.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"{folder.Party} can't be read.", fault);
        }
    }

    // What others call from elsewhere must be bound to more than loopback; which address of the machine that is, only its owner knows.
    private static PartyFile Checked(PartyFile file, PartyFolder folder)
    {
        if (file.Party != PartyKind.BackOffice && (file.PublicAddress is null || file.PlatformAddress is null))
            throw new Refusal($"{folder.Party} names no publicAddress or no platformAddress.");
        if (file.Limits?.ToOptions().IsValid == false)
            throw new Refusal($"{folder.Party} has limits that nobody could keep to: perSecond is 1 to 1000000, burst and aidsPerDay are at least 1.");
        if (file.AuditDays is < AuditTerm.FewestDays or > AuditTerm.MostDays)
            throw new Refusal($"{folder.Party}: auditDays is {AuditTerm.FewestDays} to {AuditTerm.MostDays}; audit records are kept for six months at least (T/CHEAA 0001.2 4.1.6 d).");
        if (file.Alerts is { } alerts && new WebhookEndpoint(alerts).Fault is { } fault)
            throw new Refusal($"{folder.Party}, alerts: {fault}");
        if (file.OddHours is { } hours && OddHours.Parse(hours) is null)
            throw new Refusal($"{folder.Party}: oddHours is of the form 01:00-05:00.");
        var elsewhere = new[] { file.PublicAddress, file.PlatformAddress }.FirstOrDefault(address => address is { IsLoopback: false });
        return elsewhere is null || file.Listen is not null
            ? file : throw new Refusal($"{folder.Party} says that others reach it at {elsewhere}, but not which address of this machine to listen on: add \"listen\", for example \"0.0.0.0\".");
    }
}
