using Ascs.Contracts;
using Ascs.Storage;

namespace Ascs.Client.Events;

/// <summary>
/// Hands events to the handler, each once: those handled before are passed over by their sequence, which an event's id is made of. How far it got is noted after the events of a
/// delivery, and also when one fails: then the next delivery begins with that one.
/// </summary>
internal sealed class EventIntake(IDocumentStore store, string source) : IDisposable
{
    private const string Partition = "client-events";
    private static readonly DocumentSchema<EventProgress> Schema = new("event progress", 1, ClientJson.Default.EventProgress);
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Last sequence handled; 0 at first.</summary>
    public async Task<long> ThroughAsync(EnterpriseId enterprise, CancellationToken ct) =>
        (await store.ReadAsync(Containers.Work, Key(enterprise), Schema, ct))?.Value.Through ?? 0;

    public void Dispose() => one.Dispose();

    /// <summary>Handles what is new of a delivery.</summary>
    /// <param name="batch">In sequence.</param>
    /// <param name="accepts">Says by the last sequence handled whether the delivery may follow it.</param>
    /// <param name="handle">The handler.</param>
    /// <param name="ct">The host stops.</param>
    /// <returns>The last sequence handled; null when the delivery may not follow.</returns>
    public async Task<long?> TakeAsync(EventBatch batch, Func<long, bool> accepts, Func<CloudEvent, Task> handle, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            var before = await ThroughAsync(batch.EnterpriseId, ct);
            return accepts(before) ? await HandleAsync(batch, before, handle) : null;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<long> HandleAsync(EventBatch batch, long before, Func<CloudEvent, Task> handle)
    {
        var through = before;
        try
        {
            foreach (var e in batch.Events.Where(e => e.Sequence > before))
            {
                await handle(e);
                through = e.Sequence;
            }
        }
        finally
        {
            if (through > before)
                await store.CommitAsync(Containers.Work, Partition, [Schema.Upsert(Key(batch.EnterpriseId).Id, new EventProgress(through))], CancellationToken.None);
        }

        return through;
    }

    private DocumentKey Key(EnterpriseId enterprise) => new(Partition, $"{source}-{enterprise}");
}
