using Ascs.Contracts;
using Ascs.TrustedParty.AnonymousIds;
using Ascs.TrustedParty.Workflow;

namespace Ascs.TrustedParty.Deliveries;

/// <summary>
/// Translate and deliver (ISC-6.2.2.3): each AID becomes what its home operator knows the person by, the tag and the digest of the sealed id, and the orders go out.
/// The AID itself never reaches the operator.
/// </summary>
internal sealed class SubmitOrders(IAidRecords aids, IOperatorLanes lanes, TimeProvider time)
{
    /// <summary>Hands over what this operator does not hold yet.</summary>
    public async Task<SendEvent> RunAsync(SendJob job, OperatorId home, CancellationToken ct)
    {
        var places = Enumerable.Range(0, job.State.Lines.Count).Where(i => job.State.Lines[i].IsToSubmit && job.State.Lines[i].Operator == home).ToList();
        var records = job.Records ?? await aids.ReadManyAsync(job.State.EnterpriseId, [.. places.Select(i => job.State.Lines[i].Aid)], ct);
        DeliveryOrder[] orders = [.. places.Select(i => ToOrder(job, i, records[job.State.Lines[i].Aid]))];
        var groups = OrderGroup.Cut(ToContext(job, home), orders, OrderCall.MostBytes).ToList();
        var held = await Task.WhenAll(groups.Select(g => lanes.SubmitAsync(home, g, ct)));
        return Tell(groups, held);
    }

    // One event for all: what is held counts as submitted now; the rest stays to be submitted, and this command is given again for it.
    private SendEvent Tell(List<OrderGroup> groups, bool[] held)
    {
        var now = UnixTime.From(time.GetUtcNow());
        var submitted = groups.Where((_, i) => held[i]).ToList();
        return submitted.Count > 0 ? new SendEvent.Submitted(now, Refs(submitted)) : new SendEvent.GaveUp(now, Refs(groups));
    }

    private static OrderRef[] Refs(IEnumerable<OrderGroup> groups) =>
        [.. groups.SelectMany(g => g.Orders).Select(o => new OrderRef(o.OrderId.Recipient, o.OrderId.Attempt))];

    private static DeliveryOrder ToOrder(SendJob job, int place, AidRecord record)
    {
        var line = job.State.Lines[place];
        var variables = job.Content!.Kind == OrderKind.Notice ? "" : job.Content.Variables[place];
        return new DeliveryOrder(
            OrderId.Of(job.State.DispatchId, place, line.Attempt), 0, record.Tag, record.AuthorisationId, record.SealedId, line.NotAfter!.Value, variables);
    }

    private static DeliveryContext ToContext(SendJob job, OperatorId home)
    {
        var content = job.Content!;
        return new DeliveryContext(
            job.State.DispatchId, content.Kind, content.EnterpriseId, content.ServiceId, content.Channel, content.TemplateId, content.TemplateVersion,
            content.SenderId, content.ContentKey?.KeyId, content.ContentKey?.Wraps.GetValueOrDefault(home), content.Language);
    }
}
