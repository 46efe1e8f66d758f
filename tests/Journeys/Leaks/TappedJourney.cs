using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Leaks;

/// <summary>One whole journey of a person at one enterprise, with the tap open: consent, message, reply, opt-out, refused send, evidence.</summary>
public sealed class TappedJourney : RunningSystem
{
    internal const string ReplyText = "请放在门口的红色箱子里";

    internal Aid Aid { get; private set; }

    private protected override async Task AfterStartAsync(CancellationToken ct)
    {
        Aid = await ConsentAsync(Hongyan, Parcels, phone: 0, ct);
        var sent = await Hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(Aid), ct);
        await DemoPeople.WaitForDispatchAsync(Hongyan, sent.DispatchId, ct);
        await Phones.ReplyAsync("operator-a", DemoPeople.LinNumber, Messages.ParcelPort, ReplyText, ct);
        await DemoPeople.WaitForReplyAsync(Hongyan, Aid, reply => !reply.OptOut, ct);
        await Phones.ReplyAsync("operator-a", DemoPeople.LinNumber, Messages.ParcelPort, "TD", ct);
        await DemoPeople.WaitForReplyAsync(Hongyan, Aid, reply => reply.OptOut, ct);
        await Hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(Aid), ct);
        await Hongyan.CallAsync(EnterpriseCatalogue.TraceSubscription, new TraceRequest(1, Hongyan.EnterpriseId, Aid, null), ct);
    }
}
