using Ascs.Contracts;
using Ascs.Trust.Directory;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>An enterprise platform that takes events in sequence.</summary>
internal sealed class FakeEnterprise(EnterpriseId id)
{
    private readonly Lock gate = new();

    public Peer Peer { get; } = new(PlatId.NewRandom(), Role.Enterprise, id.ToString(), new Uri("https://localhost"), "", EnterpriseId: id);

    public List<CloudEvent> Events { get; } = [];

    public bool IsAway { get; set; }

    public Answer<EventReceipt> Take(EventBatch batch)
    {
        if (IsAway) return ProblemCodes.Unavailable;
        lock (gate)
        {
            if (batch.Events[0].Sequence > Events.Count + 1) return ProblemCodes.SequenceGap;
            Assert.Equal(Enumerable.Range(0, batch.Events.Count).Select(i => batch.Events[0].Sequence + i), batch.Events.Select(e => e.Sequence));
            Events.AddRange(batch.Events.Skip((int)(Events.Count + 1 - batch.Events[0].Sequence)));
            return new EventReceipt(1, Events.Count);
        }
    }
}
