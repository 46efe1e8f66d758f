using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Audit.Alerts;
using Ascs.Trust.Webhooks;

namespace Ascs.Hosts.Local.Auditing;

/// <summary>Where a folder's platform sends its alerts.</summary>
internal static class AlertsOf
{
    /// <summary>Null when party.json names no address. Makes the secret at first: its file is handed to the receiver.</summary>
    /// <exception cref="InvalidDataException">The file holds no secret.</exception>
    public static AlertAddress? Read(PartyFolder folder, PartyFile file)
    {
        if (file.Alerts is not { } url)
            return null;
        if (!File.Exists(folder.AlertsSecret))
            WebhookSecretFile.Renew(folder.AlertsSecret).Dispose();
        return new AlertAddress(new WebhookEndpoint(url, AllowPrivate: true), WebhookSecretFile.Read(folder.AlertsSecret)); // one's own people: seldom on the internet
    }
}
