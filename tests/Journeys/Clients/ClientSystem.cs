using Ascs.Client;
using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Journeys.Tests.Systems;
using Ascs.Trust.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Journeys.Tests.Clients;

/// <summary>A running system in which an enterprise's own system, by the client, runs in the place of its reference platform.</summary>
public sealed class ClientSystem : ShiftedSystem
{
    internal override IReadOnlyCollection<string> Without => [Enterprise];

    internal const string Enterprise = "hongyan-express";

    /// <summary>Ms Lin's device.</summary>
    internal static DeviceIdentifier LinsPhone { get; } = new(IdentifierType.Oaid, DemoPeople.DeviceIds[0]);

    internal string Folder => Sample.Party(Enterprise).Root;

    internal static ConsentOrder LinsConsent(string? key = null) => new()
    {
        Service = Parcels, Choices = new ConsentChoices([Channel.Sms], 90, Language.Zh), Identifiers = [LinsPhone], Key = key,
    };

    internal static Message Parcel(Aid aid, string code, string? key = null) => new()
    {
        Service = Parcels, Template = TemplateId.Parse("parcel-arrived"), Sender = SenderId.Parse(Messages.ParcelPort), Key = key,
        Recipients = [new MessageRecipient(aid, new Dictionary<string, string> { ["parcel"] = "HY1", ["place"] = "东门", ["code"] = code, ["until"] = "周三" })],
    };

    internal ServiceProvider Open(TimeProvider? time = null) =>
        new ServiceCollection().AddAscs(new AscsOptions { Folder = Folder, Time = time ?? TimeProvider.System }).BuildServiceProvider();

    /// <summary>Ms Lin reads the words on the enterprise's page, confirms on the trusted party's, and comes back.</summary>
    internal async Task<ConsentGrant> ConsentAsync(AscsClient ascs, CancellationToken ct)
    {
        var home = new Uri(Platforms.Host("trusted-party").Services.GetRequiredService<Trust.Directory.IPlatformDirectory>().Peers
            .Single(peer => peer.EnterpriseId?.ToString() == Enterprise).PublicAddress!, "/consent/return");
        var prepared = (await ascs.PrepareConsentAsync(LinsConsent(), home, ct)).Value!;
        using var browser = new Browser(Authorities);
        var ours = new BrowserPage(home, 200, $"""<form action="{prepared.ConfirmAt}"><input type="hidden" name="{prepared.Field}" value="{prepared.Confirmation}"></form>""");
        var asked = await browser.SubmitAsync(ours, TrustedPartyCatalogue.Confirm.Route, [], ct);
        var done = await browser.SubmitAsync(asked, TrustedPartyCatalogue.ConfirmClick.Route, [("decision", "confirm")], ct);
        var result = ascs.ReadConfirmation(done.Forms.Single(form => form.Action == home.AbsoluteUri).Hidden["result"]);
        Assert.True(result?.Confirmed);
        return (await ascs.ConsentAsync(result!, ct)).Value!;
    }
}
