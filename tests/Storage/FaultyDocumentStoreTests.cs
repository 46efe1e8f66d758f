using Microsoft.Extensions.Time.Testing;

namespace Ascs.Storage.Tests;

public sealed class FaultyDocumentStoreTests
{
    private static readonly ReadOnlyMemory<byte> Body = "{}"u8.ToArray();

    private readonly InMemoryDocumentStore _inner = new();
    private readonly FaultyDocumentStore _store;

    public FaultyDocumentStoreTests() => _store = new(_inner);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_lost_write_fails_and_never_happened()
    {
        _store.Plan = FaultPlans.AtWrite(2, Fault.Lost);

        await Create("a");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Create("b"));
        await Create("c");

        Assert.Equal(["a", "c"], await Ids());
        Assert.Equal(3, _store.Writes);
    }

    [Fact]
    public async Task a_write_kept_but_reported_lost_fails_and_happened()
    {
        _store.Plan = FaultPlans.AtWrite(1, Fault.KeptButReportedLost);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Create("a"));

        Assert.Equal(["a"], await Ids());
    }

    [Fact]
    public async Task a_plan_sees_what_is_called_and_reads_are_not_counted_as_writes()
    {
        var calls = new List<StoreCall>();
        _store.Plan = FaultPlans.When(call => { calls.Add(call); return call.Operation == StoreOperation.ReadMany; }, Fault.Lost);

        await _store.ReadAsync(Containers.Work, new("p", "a"), Ct);
        await _store.WriteManyAsync(Containers.Heads, [("p", new Write.Create("a", Body)), ("q", new Write.Create("b", Body))], Ct);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.ReadManyAsync(Containers.Work, [new("p", "a")], Ct));

        Assert.Equal([StoreOperation.Read, StoreOperation.WriteMany, StoreOperation.ReadMany], calls.Select(c => c.Operation));
        Assert.Equal([0, 1, 0], calls.Select(c => c.WriteNumber));
        Assert.Equal([new DocumentKey("p", "a"), new DocumentKey("q", "b")], calls[1].Keys);
    }

    [Fact]
    public async Task a_slow_store_answers_when_its_time_has_passed()
    {
        var time = new FakeTimeProvider();
        _store.Plan = FaultPlans.Slow(TimeSpan.FromSeconds(5), time);

        var read = _store.ReadAsync(Containers.Work, new("p", "a"), Ct);
        Assert.False(read.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(await read);
    }

    private Task<CommitOutcome> Create(string id) => _store.CommitAsync(Containers.Work, "p", [new Write.Create(id, Body)], Ct);

    private async Task<IEnumerable<string>> Ids() =>
        (await _inner.RangeAsync(Containers.Work, "p", IdRange.First, IdRange.End, 10, Ct)).Items.Select(d => d.Key.Id);
}

/// <summary>A decorator that injects nothing keeps every promise of what it wraps.</summary>
public sealed class FaultlessDocumentStoreTests : DocumentStoreConformance
{
    private InMemoryDocumentStore? _inner;

    protected override ValueTask<IDocumentStore> OpenAsync(TimeProvider time) => new(new FaultyDocumentStore(_inner = new InMemoryDocumentStore(time)));

    protected override ValueTask CloseAsync(IDocumentStore store) => default;

    protected override IStoreMaintenance Maintenance => _inner!;
}
