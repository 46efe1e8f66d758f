// Sends a parcel notice: Send FOLDER AID, or Send FOLDER OAID for a person who agreed on paper.
using Ascs.Client;
using Ascs.Contracts;
using Ascs.Trust.Sealing;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var folder, var who]) return Say("Send FOLDER AID-OR-OAID");
await using var services = new ServiceCollection().AddAscs(new AscsOptions { Folder = folder }).BuildServiceProvider();
var ascs = services.GetRequiredService<AscsClient>();
var parcels = ServiceId.Parse("parcel-notice");

if (!Aid.TryParse(who, out var aid))
{
    var choices = new ConsentChoices([Channel.Sms], 90, Language.Zh);
    var consent = await ascs.ConsentAsync(new ConsentOrder { Service = parcels, Choices = choices, Identifiers = [new DeviceIdentifier(IdentifierType.Oaid, who)] });
    if (consent.Value is not { } grant) return Say($"not authorised: {consent.Problem!.Code.Code}");
    Console.WriteLine($"authorised until {grant.ExpiresAt.ToTime():yyyy-MM-dd}, record {grant.LogIndex} of the log: {aid = grant.Aid}");
}

var variables = new Dictionary<string, string> { ["parcel"] = "HY20261123", ["place"] = "东门驿站", ["code"] = "8-2-4071", ["until"] = "周三" };
var sent = await ascs.SendAsync(new Message
{
    Service = parcels, Template = TemplateId.Parse("parcel-arrived"), Sender = SenderId.Parse("106912340001"), Recipients = [new MessageRecipient(aid, variables)],
});
if (sent.Value is not { } dispatch) return Say($"not sent: {sent.Problem!.Code.Code}");
foreach (var refusal in dispatch.Refused) return Say($"refused: {string.Join(", ", refusal.Reasons)}");

DispatchStateAnswer? state = null;
for (; state?.Phase != DispatchPhase.Attested; await Task.Delay(TimeSpan.FromSeconds(0.5), TimeProvider.System)) state = (await ascs.QueryAsync(dispatch.DispatchId)).Value;
Console.WriteLine($"{state.Recipients[0].Outcome}, record {state.Recipients[0].LeafIndex} of the log");
return 0;

static int Say(string sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}
