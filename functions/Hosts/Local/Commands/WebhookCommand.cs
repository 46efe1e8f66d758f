using System.CommandLine;
using Ascs.Contracts;
using Ascs.Enterprise.Webhooks;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Webhooks;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`webhook`: secrets of the enterprise's own systems, and a try whether they hear.</summary>
internal static class WebhookCommand
{
    public static Command Create() => new("webhook", "The enterprise's own systems that are told of events: party.json names them.")
    {
        Sub("secret", "Makes a new secret and prints it; the one before goes on signing beside it.", (folder, entry, _) =>
        {
            Directory.CreateDirectory(Path.Combine(folder.Root, "webhooks"));
            using var secret = WebhookSecretFile.Renew(entry.SecretFile(folder));
            Console.WriteLine(secret.Reveal());
            return Task.FromResult(0);
        }),
        Sub("settle", "Ends the secret before the newest: the receiver has taken up the new one.", (folder, entry, _) =>
        {
            WebhookSecretFile.Settle(entry.ToTarget(folder).SecretFile);
            return Task.FromResult(0);
        }),
        Sub("test", "Sends one without events, and says what came of it.", async (folder, entry, ct) =>
        {
            var enterprise = EnterpriseId.Parse((await PartyReader.ReadAsync(folder, ct)).Id);
            var answer = await TestWebhook.SendAsync(enterprise, entry.ToTarget(folder), TimeProvider.System, ct);
            Console.WriteLine(answer.IsDelivered ? $"It arrived: {answer.Why}." : $"It did not arrive: {answer.Why}.");
            return answer.IsDelivered ? 0 : 1;
        }),
    };

    private static Command Sub(string name, string description, Func<PartyFolder, WebhookEntry, CancellationToken, Task<int>> run)
    {
        var folder = new Argument<string>("folder") { Description = "The folder of an enterprise's platform." };
        var webhook = new Argument<string>("name") { Description = "The webhook's name in party.json." };
        var command = new Command(name, description) { folder, webhook };
        command.SetAction((arguments, ct) => Guarded.RunAsync(async () =>
        {
            var party = new PartyFolder(Path.GetFullPath(arguments.GetValue(folder)!));
            return await run(party, await FindAsync(party, arguments.GetValue(webhook)!, ct), ct);
        }));
        return command;
    }

    private static async Task<WebhookEntry> FindAsync(PartyFolder folder, string name, CancellationToken ct) =>
        (await PartyReader.ReadAsync(folder, ct)).Webhooks?.SingleOrDefault(entry => entry.Name == name) ?? throw new Refusal($"{folder.Party} names no webhook {name}.");
}
