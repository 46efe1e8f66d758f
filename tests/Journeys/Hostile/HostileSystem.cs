using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>A system that has seen each call between platforms once, and is quiet again.</summary>
public sealed class HostileSystem : RunningSystem
{
    internal IReadOnlyList<ValidCall> Calls { get; private set; } = [];

    internal DispatchId Sent { get; private set; }

    private protected override async Task AfterStartAsync(CancellationToken ct)
    {
        var aid = await ConsentAsync(Hongyan, Parcels, phone: 0, ct);
        var other = await ConsentAsync(Qinghe, Visits, phone: 1, ct);
        Sent = (await Hongyan.CallAsync(EnterpriseCatalogue.CreateTask, Messages.Parcel(aid), ct)).DispatchId;
        await DemoPeople.WaitForDispatchAsync(Hongyan, Sent, ct);
        await Hongyan.CallAsync(EnterpriseCatalogue.CheckTask, Messages.Parcel(aid), ct);
        await Hongyan.CallAsync(EnterpriseCatalogue.SubscriptionStates, new AidStatesRequest(1, Hongyan.EnterpriseId, [aid]), ct);
        await Hongyan.CallAsync(EnterpriseCatalogue.ListSubscriptions, new ListSubscriptionsRequest(1, Parcels, null, 10), ct);
        await Hongyan.CallAsync(EnterpriseCatalogue.ListEvents, new ReplayEventsRequest(1, Hongyan.EnterpriseId, 1, 10), ct);
        await Hongyan.CallAsync(EnterpriseCatalogue.TraceSubscription, new TraceRequest(1, Hongyan.EnterpriseId, aid, null), ct);
        await Qinghe.CallAsync(EnterpriseCatalogue.RevokeSubscriptions, new RevokeRequest(1, Qinghe.EnterpriseId, [other], RevokedBy.PersonByContact), ct);
        Calls = ValidCall.Of(Tap.Messages);
        Tap.IsOpen = false; // from here on messages would only fill the memory that is measured
    }
}
