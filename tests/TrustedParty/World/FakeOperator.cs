using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>An operator that outlives the trusted party: takes orders, hands over at most once, reports in sequence. With knobs.</summary>
internal sealed class FakeOperator(OperatorId id, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly HashSet<OrderId> known = [];
    private readonly List<OutcomeItem> reports = []; // sequence = place + 1
    private readonly List<DeliveryOrder> handedOver = [];
    private readonly List<SubmitDeliveriesRequest> calls = [];
    private long held; // last sequence the trusted party holds

    public OperatorId Id => id;

    public Peer Peer { get; } = new(
        PlatId.NewRandom(), Role.Operator, id.ToString(), new Uri("https://localhost"), "", OperatorId: id);

    /// <summary>Answers nothing while true.</summary>
    public bool IsAway { get; set; }

    /// <summary>Its clock less ours.</summary>
    public TimeSpan Skew { get; set; }

    /// <summary>The keys of the calls without orders, which only ask its clock.</summary>
    public ConcurrentQueue<string> ClockKeys { get; } = [];

    /// <summary>What a call waits for before it is looked at.</summary>
    public Func<Task> Busy { get; set; } = () => Task.CompletedTask;

    /// <summary>What becomes of an order, report after report.</summary>
    public Func<DeliveryOrder, IReadOnlyList<OutcomeKind>> Outcomes { get; set; } = _ => [OutcomeKind.Submitted, OutcomeKind.Delivered];

    /// <summary>What it has handed over up to this moment.</summary>
    public IReadOnlyList<DeliveryOrder> HandedOver
    {
        get
        {
            lock (gate) return [.. handedOver];
        }
    }

    /// <summary>The calls it has taken up to this moment.</summary>
    public IReadOnlyList<SubmitDeliveriesRequest> Calls
    {
        get
        {
            lock (gate) return [.. calls];
        }
    }

    public int Waiting
    {
        get
        {
            lock (gate) return reports.Count - (int)held;
        }
    }

    public Answer<SubmitDeliveriesAnswer> Submit(SubmitDeliveriesRequest request)
    {
        if (IsAway) return ProblemCodes.Unavailable;
        lock (gate)
        {
            calls.Add(request);
            foreach (var order in request.Orders) Take(order);
            return new SubmitDeliveriesAnswer(1, request.Orders.Count);
        }
    }

    /// <summary>Reports something.</summary>
    public void Report(OutcomeItem item)
    {
        lock (gate) reports.Add(item);
    }

    public void Report(OrderId order, AuthorisationId authorisation, OutcomeKind kind, SendReason? reason = null) =>
        Report(new OutcomeItem(kind, Now(), order, authorisation, reason));

    /// <summary>Pushes what waits; false when there was nothing or it was not taken.</summary>
    public async Task<bool> PushAsync(Func<ReportOutcomesRequest, Task<Answer<ReportOutcomesAnswer>>> report)
    {
        ReportOutcomesRequest request;
        lock (gate)
        {
            if (reports.Count == held) return false;
            request = new ReportOutcomesRequest(1, held + 1, [.. reports.Skip((int)held).Take(500)]);
        }

        var answer = await report(request);
        if (answer.Value is not { } value) return false;
        lock (gate) held = value.Through;
        return true;
    }

    private void Take(DeliveryOrder order)
    {
        if (!known.Add(order.OrderId)) return; // the same order again
        if (order.NotAfter.ToTime() <= time.GetUtcNow())
        {
            reports.Add(new OutcomeItem(OutcomeKind.Refused, Now(), order.OrderId, order.AuthorisationId, SendReason.TooLate));
            return;
        }

        var kinds = Outcomes(order);
        if (kinds.Any(k => k is OutcomeKind.Submitted or OutcomeKind.Unknown)) handedOver.Add(order);
        reports.AddRange(kinds.Select(kind => new OutcomeItem(kind, Now(), order.OrderId, order.AuthorisationId, kind == OutcomeKind.Refused ? SendReason.Blocked : null)));
    }

    private UnixTime Now() => UnixTime.From(time.GetUtcNow());
}
