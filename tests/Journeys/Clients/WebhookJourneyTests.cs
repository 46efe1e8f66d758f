using System.Text;
using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Journeys.Tests.Hosts;
using Ascs.Journeys.Tests.Systems;
using Ascs.Tests;
using Ascs.Trust.Webhooks;

namespace Ascs.Journeys.Tests.Clients;

/// <summary>The reference platform tells one of its enterprise's own systems, configured as an operator of a platform does it.</summary>
public sealed class WebhookJourneyTests(WebhookJourneyTests.Told system) : IClassFixture<WebhookJourneyTests.Told>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happens_to_a_message_reaches_the_enterprises_own_system_and_names_nobody()
    {
        var aid = await system.ConsentAsync(system.Qinghe, RunningSystem.Visits, phone: 0, Ct);
        await system.Qinghe.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Visit(aid), Ct);
        await Waiting.UntilAsync(
            "The outcome did not arrive.", () => Task.FromResult(system.Listener.Received.Any(webhook => Text(webhook.Body).Contains("DELIVERED", StringComparison.Ordinal))), found => found, Ct);
        foreach (var (headers, body) in system.Listener.Received)
            Assert.Null(WebhookSignature.Verify([system.Secret], headers, body, TimeProvider.System.GetUtcNow()));
        var all = string.Concat(system.Listener.Received.Select(webhook => Text(webhook.Body)));
        Assert.Contains(aid.ToString(), all, StringComparison.Ordinal);
        foreach (var secret in DemoPeople.DeviceIds.Append(DemoPeople.LinNumber).Append(DemoPeople.ZhouNumber))
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_tries_the_connection()
    {
        var before = system.Listener.Received.Count(webhook => Text(webhook.Body).Contains(EventsWebhook.TestType, StringComparison.Ordinal));
        var result = await HostRun.ToEndAsync(Ct, "webhook", "test", system.Folder, "crm");
        Assert.Equal((0, "It arrived: status 200."), (result.Code, result.Output.Trim()));
        Assert.Equal(before + 1, system.Listener.Received.Count(webhook => Text(webhook.Body).Contains(EventsWebhook.TestType, StringComparison.Ordinal)));
        Assert.NotEqual(0, (await HostRun.ToEndAsync(Ct, "webhook", "test", system.Folder, "erp")).Code);
    }

    private static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    public sealed class Told : RunningSystem
    {
        internal WebhookListener Listener { get; private set; } = null!;

        internal WebhookSecret Secret { get; private set; } = null!;

        internal string Folder => Sample.Party("qinghe-clinic").Root;

        private protected override async Task BeforeStartAsync(CancellationToken ct)
        {
            Listener = await WebhookListener.StartAsync();
            var file = Sample.Party("qinghe-clinic").Party;
            var party = JsonNode.Parse(await File.ReadAllTextAsync(file, ct))!;
            party["webhooks"] = new JsonArray(new JsonObject
            {
                ["name"] = "crm", ["url"] = Listener.Address.AbsoluteUri, ["allowPrivate"] = true, ["authority"] = Listener.AuthorityFile,
            });
            await File.WriteAllTextAsync(file, party.ToJsonString(), ct);
            Secret = WebhookSecret.Parse((await HostRun.ToEndAsync(ct, "webhook", "secret", Folder, "crm")).Output.Trim())!;
        }
    }
}
