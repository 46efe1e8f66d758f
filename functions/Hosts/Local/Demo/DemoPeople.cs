using System.Text.Json;
using Ascs.Contracts;
using Ascs.Hosts.Local.Platforms;
using Ascs.Trust.Certificates;

namespace Ascs.Hosts.Local.Demo;

/// <summary>The people of the demo: what they do in their browsers, and waiting for what must follow.</summary>
internal sealed class DemoPeople(LocalSystem system, CertificateTrust authorities)
{
    /// <summary>Ms Lin's number: the demo plays her phone, so it knows it; no platform but her operator does.</summary>
    public const string LinNumber = "13800000001";

    /// <summary>Mr Zhou's number.</summary>
    public const string ZhouNumber = "18600000001";

    /// <summary>Device ids of both.</summary>
    public static IReadOnlyList<string> DeviceIds { get; } = ["aaaaaaaa-0000-4000-8000-000000000001", "bbbbbbbb-0000-4000-8000-000000000001"];

    /// <summary>A person subscribes on both pages; answers with the AID the enterprise got.</summary>
    public async Task<Aid> ConsentAsync(BackOffice office, ServiceId service, int phone, StepNotes notes, CancellationToken ct)
    {
        var known = (await ListAsync(office, service, ct)).Select(status => status.Aid).ToHashSet();
        var done = await WalkAsync(office, service, phone, ct);
        DemoFailure.Unless(done.Status == 200, $"The last page answers {done.Status}.");
        var status = (await ListAsync(office, service, ct)).FirstOrDefault(candidate => !known.Contains(candidate.Aid))
            ?? throw new DemoFailure("The consent led to no AID: " + string.Join(' ', done.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(60)));
        notes.Saw($"AID {status.Aid} until {status.ExpiresAt!.Value.ToTime():yyyy-MM-dd}, assurance {status.Assurance}.");
        return status.Aid;
    }

    /// <summary>The same with a device that no operator knows.</summary>
    public async Task RefusedConsentAsync(BackOffice office, ServiceId service, int phone, StepNotes notes, CancellationToken ct)
    {
        var before = await ListAsync(office, service, ct);
        await WalkAsync(office, service, phone, ct);
        DemoFailure.Unless((await ListAsync(office, service, ct)).Count == before.Count, "A stranger's device got an AID.");
        notes.Saw("Both operators were asked, none recognises it; the person reads so, nothing is stored.");
    }

    /// <summary>Waits until the subscriber notice has raised the assurance.</summary>
    public static Task WaitForAssuranceAsync(BackOffice office, Aid aid, CancellationToken ct) => Waiting.UntilAsync(
        "The subscriber notice did not raise the assurance.",
        async () => (await office.CallAsync(EnterpriseCatalogue.SubscriptionStates, new AidStatesRequest(1, office.EnterpriseId, [aid]), ct)).Aids[0],
        status => status.Assurance == Assurance.SubscriberNotice, ct);

    /// <summary>Waits until every outcome of a dispatch is attested.</summary>
    public static Task<DispatchStateAnswer> WaitForDispatchAsync(BackOffice office, DispatchId dispatch, CancellationToken ct) => Waiting.UntilAsync(
        "The dispatch was not attested.",
        () => office.CallAsync(EnterpriseCatalogue.TaskState, new DispatchStateRequest(1, office.EnterpriseId, dispatch), ct),
        state => state.Phase == DispatchPhase.Attested, ct);

    /// <summary>Waits for a reply under an AID; its text, when it opens.</summary>
    public static async Task<string?> WaitForReplyAsync(BackOffice office, Aid aid, Func<ReplyEvent, bool> wanted, CancellationToken ct)
    {
        var found = await Waiting.UntilAsync("The reply did not reach the enterprise.", () => FindReplyAsync(office, aid, wanted, ct), reply => reply is not null, ct);
        return found!.Value.Text;
    }

    private static async Task<(string? Text, bool Found)?> FindReplyAsync(BackOffice office, Aid aid, Func<ReplyEvent, bool> wanted, CancellationToken ct)
    {
        var listed = await office.CallAsync(EnterpriseCatalogue.ListEvents, new ReplayEventsRequest(1, office.EnterpriseId, 1, 500), ct);
        return listed.Events.FirstOrDefault(e => e.Type == EventTypes.Reply && e.Subject == aid.ToString() && wanted(e.Data.Deserialize<ReplyEvent>(WireOptions.Tolerant)!)) is { } reply
            ? (listed.Replies.GetValueOrDefault(reply.Id)?.Text, true) : null;
    }

    private async Task<BrowserPage> WalkAsync(BackOffice office, ServiceId service, int phone, CancellationToken ct)
    {
        using var browser = new Browser(authorities);
        var app = await browser.OpenAsync(system.Host(office.EnterpriseId.ToString()).File.PublicAddress!, ct);
        var prompt = await browser.SubmitAsync(app, EnterpriseCatalogue.AppStart.Route, [("service", service.ToString()), ("phone", $"{phone}")], ct);
        var check = await browser.SubmitAsync(prompt, EnterpriseCatalogue.ConsentPrepare.Route, [("channel", Enterprise.Consent.ConsentForm.Name(Channel.Sms)), ("term", "90"), ("decision", "agree")], ct);
        var confirm = await browser.SubmitAsync(check, TrustedPartyCatalogue.Confirm.Route, [], ct);
        var confirmed = await browser.SubmitAsync(confirm, TrustedPartyCatalogue.ConfirmClick.Route, [("decision", "confirm")], ct);
        return await browser.SubmitAsync(confirmed, EnterpriseCatalogue.ConsentReturn.Route, [], ct);
    }

    private static async Task<IReadOnlyList<AidStatus>> ListAsync(BackOffice office, ServiceId service, CancellationToken ct) =>
        (await office.CallAsync(EnterpriseCatalogue.ListSubscriptions, new ListSubscriptionsRequest(1, service, null, 500), ct)).Subscriptions;
}
