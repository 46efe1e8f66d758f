using Ascs.Operator.Deliveries;
using Ascs.Storage;
using Microsoft.Extensions.Time.Testing;
using Container = Ascs.Storage.Container;

namespace Ascs.Operator.Tests.Deliveries;

/// <summary>A call repeated while its chunk closes, at the two places where it could miss both "at work" and "done".</summary>
public sealed class RepeatedCallTests
{
    private const string Key = "one-and-the-same-key";

    [Fact]
    public async Task Between_looking_and_writing_nothing_is_made_again()
    {
        await using var bed = await new Bed().ImportAsync();
        await HandOverAsync(bed, async again =>
        {
            bed.Store.Plan = async (call, _) =>
            {
                if (call.Operation == StoreOperation.Commit && Is(call.Keys, DeliveryPlaces.Orders) && !Is(call.Keys, DeliveryPlaces.States)) await CloseAsync(bed);
                return Fault.None;
            };
            await again();
        });
    }

    [Fact]
    public async Task Between_reading_and_opening_nothing_is_opened_again()
    {
        var store = new HoldingStore(new InMemoryDocumentStore(new FakeTimeProvider(new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero)))); // as the bed begins
        await using var bed = await new Bed(store).ImportAsync();
        await HandOverAsync(bed, async again =>
        {
            store.AfterRead = async key =>
            {
                if (!Is([key], DeliveryPlaces.Orders)) return;
                store.AfterRead = _ => Task.CompletedTask;
                await CloseAsync(bed);
            };
            await again();
        });
    }

    private static async Task HandOverAsync(Bed bed, Func<Func<Task>, Task> repeatAsync)
    {
        await bed.RunServiceAsync();
        var orders = bed.Orders(await bed.PersonAsync());
        await bed.SubmitAsync(orders, Key);
        await bed.UntilAsync(() => bed.Trust.Items.Any());
        Assert.Equal(1, bed.Get<OpenChunks>().Count); // it waits for its receipt
        await repeatAsync(() => bed.SubmitAsync(orders, Key));
        Assert.Equal(0, bed.Get<OpenChunks>().Count);
        await bed.SubmitAsync(bed.Orders(await bed.PersonAsync(Bed.OtherImsi))); // what would have been sent again is sent before this
        await bed.UntilAsync(() => bed.Gateway.Sent.Any(m => m.To.RevealForDelivery() == Bed.OtherNumber));
        Assert.Equal(2, bed.Gateway.Sent.Count);
    }

    private static Task CloseAsync(Bed bed)
    {
        if (bed.Get<OpenChunks>().All.SingleOrDefault() is { } open) bed.Gateway.Receipt(open.Orders[0].Id);
        return bed.UntilAsync(() => bed.Get<OpenChunks>().Count == 0);
    }

    private static bool Is(IEnumerable<DocumentKey> keys, string prefix) => keys.Any(k => k.Id.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>A store whose answer to a read can be held back.</summary>
    private sealed class HoldingStore(IDocumentStore inner) : IDocumentStore
    {
        public Func<DocumentKey, Task> AfterRead { get; set; } = _ => Task.CompletedTask;

        public async Task<Document?> ReadAsync(Container container, DocumentKey key, CancellationToken ct = default)
        {
            var read = await inner.ReadAsync(container, key, ct);
            await AfterRead(key);
            return read;
        }

        public Task<IReadOnlyList<Document>> ReadManyAsync(Container container, IReadOnlyCollection<DocumentKey> keys, CancellationToken ct = default) =>
            inner.ReadManyAsync(container, keys, ct);

        public Task<CommitOutcome> CommitAsync(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct = default) =>
            inner.CommitAsync(container, partition, writes, ct);

        public Task<IReadOnlyList<WriteOutcome>> WriteManyAsync(
            Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct = default) => inner.WriteManyAsync(container, writes, ct);

        public Task<DocumentPage> RangeAsync(Container container, string partition, string fromId, string toId, int limit, CancellationToken ct = default) =>
            inner.RangeAsync(container, partition, fromId, toId, limit, ct);
    }
}
