using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Evidence.Bundles;
using Ascs.Hosts.Local.Platforms;

namespace Ascs.Hosts.Local.Demo;

/// <summary>The whole journey (T/ISC 0049—2024): consent → AID → send → verify, translate, deliver, attest → evidence anyone can check.</summary>
internal sealed class Journey(LocalSystem system, DemoPeople people, BackOffice hongyan, BackOffice qinghe, Phones phones)
{
    private readonly ServiceId parcels = ServiceId.Parse("parcel-notice");
    private readonly ServiceId visits = ServiceId.Parse("visit-reminder");
    private Aid lin, linAtClinic, zhou;
    private byte[] bundle = [];

    /// <summary>Plays every step.</summary>
    public async Task PlayAsync(Timeline timeline, CancellationToken ct)
    {
        await timeline.RunAsync("林女士在鸿雁快递的页面上同意 Ms Lin consents at Hongyan Express", notes => LinConsentsAsync(notes, ct));
        await timeline.RunAsync("同一个人在清禾诊所得到另一个匿名标识 The same person gets another AID at Qinghe Clinic", notes => LinConsentsAtClinicAsync(notes, ct));
        await timeline.RunAsync("周先生是另一家运营商的用户 Mr Zhou is another operator's subscriber", notes => ZhouConsentsAsync(notes, ct));
        await timeline.RunAsync("没有运营商认识的设备得不到匿名标识 A device no operator knows gets no AID", notes => StrangerAsync(notes, ct));
        await timeline.RunAsync("预检：不发送，先看结果 Dry run: the answer without sending", notes => CheckAsync(notes, ct));
        await timeline.RunAsync("发送 → 验证 → 转换 → 送达 → 存证 Send, verify, translate, deliver, attest", notes => SendAsync(notes, ct));
        await timeline.RunAsync("定时发送 A scheduled message fires at its time", notes => ScheduleAsync(notes, ct));
        await timeline.RunAsync("用别家的匿名标识发送被拒绝 Another enterprise's AID is refused", notes => ForeignAsync(notes, ct));
        await timeline.RunAsync("回复以匿名标识到达企业 A reply reaches the enterprise under the AID", notes => ReplyAsync(notes, ct));
        await timeline.RunAsync("回复 TD 即撤回授权 Replying TD withdraws for real", notes => OptOutAsync(notes, ct));
        await timeline.RunAsync("证据可离线核验 The evidence checks offline", notes => ProveAsync(notes, ct));
        await timeline.RunAsync("数据库里没有手机号 No number in any database but the operator's", notes => SearchAsync(notes));
    }

    private async Task LinConsentsAsync(StepNotes notes, CancellationToken ct)
    {
        lin = await people.ConsentAsync(hongyan, parcels, phone: 0, notes, ct);
        await phones.WaitAsync(DemoPeople.LinNumber, text => text.Contains("鸿雁快递", StringComparison.Ordinal), ct);
        notes.Saw("Her operator told her by SMS that she subscribed: the third source for her consent.");
        await DemoPeople.WaitForAssuranceAsync(hongyan, lin, ct);
        notes.Knows("Hongyan Express", "her device id (it collected it) and an AID; no number");
        notes.Knows("Trusted party", "AID, agreement, an opaque tag; no device id, no number");
        notes.Knows("Operator A", "her number, as before; no AID");
    }

    private async Task LinConsentsAtClinicAsync(StepNotes notes, CancellationToken ct)
    {
        linAtClinic = await people.ConsentAsync(qinghe, visits, phone: 0, notes, ct);
        DemoFailure.Unless(linAtClinic != lin, "One person has one AID at two enterprises.");
        await DemoPeople.WaitForAssuranceAsync(qinghe, linAtClinic, ct);
        notes.Knows("Trusted party", "two AIDs with two tags; that they are one person it can't tell");
    }

    private async Task ZhouConsentsAsync(StepNotes notes, CancellationToken ct)
    {
        zhou = await people.ConsentAsync(hongyan, parcels, phone: 1, notes, ct);
        await DemoPeople.WaitForAssuranceAsync(hongyan, zhou, ct);
        notes.Knows("Operator A", "that it was asked about a sealed id it can't open: nothing");
    }

    private async Task StrangerAsync(StepNotes notes, CancellationToken ct) => await people.RefusedConsentAsync(hongyan, parcels, phone: 3, notes, ct);

    private async Task CheckAsync(StepNotes notes, CancellationToken ct)
    {
        var answer = await hongyan.CallAsync(EnterpriseCatalogue.CheckTask, Messages.Parcel(lin, zhou), ct);
        DemoFailure.Unless(answer is { Allowed: 2, Refused.Count: 0 }, "The dry run does not allow both.");
        notes.Saw("2 AIDs allowed, nothing sent, nothing counted.");
    }

    private async Task SendAsync(StepNotes notes, CancellationToken ct)
    {
        var created = await hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(lin, zhou), ct);
        DemoFailure.Unless(created.Allowed == 2, "The dispatch was not allowed for both.");
        var text = await phones.WaitAsync(DemoPeople.LinNumber, t => t.Contains("取件码", StringComparison.Ordinal), ct);
        await phones.WaitAsync(DemoPeople.ZhouNumber, t => t.Contains("取件码", StringComparison.Ordinal), ct);
        notes.Saw($"Both phones show: {text}");
        var state = await DemoPeople.WaitForDispatchAsync(hongyan, created.DispatchId, ct);
        DemoFailure.Unless(state.Recipients.All(r => r is { Outcome: SendOutcome.Delivered, LeafIndex: not null }), "Not every outcome is DELIVERED and attested.");
        notes.Saw($"Outcomes DELIVERED, attested as leaves {string.Join(", ", state.Recipients.Select(r => r.LeafIndex))}.");
        notes.Knows("Trusted party", "template and outcome; the variables only as ciphertext");
    }

    private async Task ScheduleAsync(StepNotes notes, CancellationToken ct)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().AddSeconds(2).ToUnixTimeMilliseconds());
        var created = await qinghe.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Visit(linAtClinic) with { NotBefore = UnixTime.From(at) }, ct);
        var state = await DemoPeople.WaitForDispatchAsync(qinghe, created.DispatchId, ct);
        DemoFailure.Unless(state.Recipients[0].Outcome == SendOutcome.Delivered, "The scheduled message was not delivered.");
        notes.Saw($"Due {at:HH:mm:ss.fff}Z, attested with outcome of {state.Recipients[0].At!.Value.ToTime():HH:mm:ss.fff}Z.");
    }

    private async Task ForeignAsync(StepNotes notes, CancellationToken ct)
    {
        var unknown = Aid.FromBytes(new byte[16]);
        var answer = await qinghe.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Visit(lin, unknown), ct);
        DemoFailure.Unless(answer.Allowed == 0 && answer.Refused.All(r => r.Reasons is [SendReason.AidUnknown]), "A foreign AID is not answered like an unknown one.");
        notes.Saw("A foreign AID and one that does not exist: the same answer, AID_UNKNOWN.");
    }

    private async Task ReplyAsync(StepNotes notes, CancellationToken ct)
    {
        await phones.ReplyAsync("operator-a", DemoPeople.LinNumber, Messages.ParcelPort, "放在门口吧，谢谢", ct);
        var reply = await DemoPeople.WaitForReplyAsync(hongyan, lin, r => !r.OptOut, ct);
        DemoFailure.Unless(reply == "放在门口吧，谢谢", "The reply does not open.");
        notes.Saw($"Hongyan reads under the AID: {reply}");
        notes.Knows("Trusted party", "that a reply came; its text is sealed to the enterprise");
    }

    private async Task OptOutAsync(StepNotes notes, CancellationToken ct)
    {
        await phones.ReplyAsync("operator-a", DemoPeople.LinNumber, Messages.ParcelPort, " ｔｄ ", ct);
        await DemoPeople.WaitForReplyAsync(hongyan, lin, r => r.OptOut, ct);
        var answer = await hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(lin), ct);
        DemoFailure.Unless(answer.Allowed == 0 && answer.Refused[0].Reasons.Contains(SendReason.AuthorisationRevoked), "The next send is not refused.");
        notes.Saw("The next send is refused: AUTHORISATION_REVOKED.");
        var other = await qinghe.CallAsync(EnterpriseCatalogue.SubscriptionStates, new AidStatesRequest(1, qinghe.EnterpriseId, [linAtClinic]), ct);
        DemoFailure.Unless(other.Aids[0].State == AidState.Active, "Withdrawing at one enterprise touched another.");
        notes.Saw("Her subscription at the clinic is untouched.");
    }

    private async Task ProveAsync(StepNotes notes, CancellationToken ct)
    {
        var trace = await hongyan.CallAsync(EnterpriseCatalogue.TraceSubscription, new TraceRequest(1, hongyan.EnterpriseId, lin, null), ct);
        foreach (var entry in trace.Timeline)
            notes.Saw($"leaf {entry.LeafIndex,3}  {entry.At.ToTime():HH:mm:ss.fff}Z  {entry.Kind} {entry.Outcome}");
        bundle = Base64Url.DecodeFromChars(trace.Bundle);
        var file = Path.Combine(system.Folder.Root, "bundle-lin.json");
        await File.WriteAllBytesAsync(file, bundle, ct);
        DemoFailure.Unless(BundleChecker.Check(bundle, null).Holds, "The bundle does not check.");
        foreach (var place in new[] { 40, bundle.Length / 2, bundle.Length - 3 })
            DemoFailure.Unless(!BundleChecker.Check([.. bundle[..place], (byte)(bundle[place] ^ 1), .. bundle[(place + 1)..]], null).Holds, "A changed bundle checks.");
        notes.Saw($"The bundle checks offline; with any byte changed it does not. Kept as {file}");
    }

    private Task SearchAsync(StepNotes notes)
    {
        var numbers = new[] { DemoPeople.LinNumber, DemoPeople.ZhouNumber };
        foreach (var host in system.Hosts.Where(host => host.File.Party != Setup.PartyKind.Operator))
            DemoFailure.Unless(!FolderSearch.Finds(Path.Combine(system.Folder.Root, host.File.Id, "data"), numbers), $"A number lies in the data of {host.File.Name}.");
        var ids = DemoPeople.DeviceIds;
        DemoFailure.Unless(!FolderSearch.Finds(system.Folder.Party(Setup.SamplePlan.TrustedParty).Data, ids), "A device id lies in the data of the trusted party.");
        DemoFailure.Unless(FolderSearch.Finds(system.Folder.Handset, numbers), "The search finds nothing even where numbers are.");
        notes.Saw("Searched every byte of their stores and journals; the same search finds them at the SMS gateway.");
        return Task.CompletedTask;
    }
}
