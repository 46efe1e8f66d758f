using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>An enterprise platform that takes events in sequence.</summary>
internal sealed class FakeEnterprise(EnterpriseId id)
{
    private readonly Lock gate = new();
    private readonly List<CloudEvent> events = []; // under gate

    public Peer Peer { get; } = new(PlatId.NewRandom(), Role.Enterprise, id.ToString(), new Uri("https://localhost"), "", EnterpriseId: id);

    /// <summary>What it holds at this moment.</summary>
    public IReadOnlyList<CloudEvent> Events
    {
        get
        {
            lock (gate) return [.. events];
        }
    }

    /// <summary>Looks at each event as it arrives; what it throws fails the call.</summary>
    public Action<CloudEvent> Arriving { get; set; } = _ => { };

    public bool IsAway { get; set; }

    public Answer<EventReceipt> Take(EventBatch batch)
    {
        if (IsAway) return ProblemCodes.Unavailable;
        lock (gate)
        {
            var through = events.Count == 0 ? 0 : events[^1].Sequence;
            if ((batch.From ?? batch.Events[0].Sequence) > through + 1) return ProblemCodes.SequenceGap;
            Assert.Equal(Enumerable.Range(0, batch.Events.Count).Select(i => batch.Events[0].Sequence + i), batch.Events.Select(e => e.Sequence));
            var fresh = batch.Events.SkipWhile(e => e.Sequence <= through).ToList();
            fresh.ForEach(Arriving);
            events.AddRange(fresh);
            return new EventReceipt(1, events.Count == 0 ? 0 : events[^1].Sequence);
        }
    }

    /// <summary>Keeps the first ones only, as one that went back to a backup.</summary>
    public void Lose(int kept)
    {
        lock (gate) events.RemoveRange(kept, events.Count - kept);
    }
}
