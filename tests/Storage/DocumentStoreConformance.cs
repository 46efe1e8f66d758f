using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Ascs.Storage.Tests;

/// <summary>The promises of <see cref="IDocumentStore"/>. Every adapter runs them all; one that outlives its process also runs <see cref="DurableStoreConformance"/>.</summary>
public abstract partial class DocumentStoreConformance : IAsyncLifetime
{
    protected static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private IDocumentStore? _store;

    protected FakeTimeProvider Time { get; } = new(Start);

    protected IDocumentStore Store => _store!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected virtual IStoreMaintenance Maintenance => (IStoreMaintenance)Store;

    /// <summary>Opens a store of all containers of <see cref="Containers"/> on the clock given.</summary>
    protected abstract ValueTask<IDocumentStore> OpenAsync(TimeProvider time);

    /// <summary>Closes it and removes what it left.</summary>
    protected abstract ValueTask CloseAsync(IDocumentStore store);

    public async ValueTask InitializeAsync() => _store = await OpenAsync(Time);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(Store);
        GC.SuppressFinalize(this);
    }

    protected static ReadOnlyMemory<byte> Json(string json) => Encoding.UTF8.GetBytes(json);

    protected static ReadOnlyMemory<byte> Json(int number) => Json($$"""{"n":{{number}}}""");

    /// <summary>A JSON text of exactly this many bytes.</summary>
    protected static ReadOnlyMemory<byte> JsonOf(int bytes) => Json($"\"{new string('x', bytes - 2)}\"");

    protected static string Text(Document? document) => Encoding.UTF8.GetString(document!.Body.Span);

    protected Task<CommitOutcome> Commit(params Write[] writes) => Store.CommitAsync(Containers.Work, "p", writes, Ct);

    protected Task<Document?> Read(string id) => Store.ReadAsync(Containers.Work, new("p", id), Ct);

    protected async Task<string> Committed(Write write) => Assert.Single(Assert.IsType<CommitOutcome.Committed>(await Commit(write)).ETags);

    protected static void AssertConflict(int index, CommitOutcome outcome) => Assert.Equal(index, Assert.IsType<CommitOutcome.Conflict>(outcome).Index);

    protected async Task<(List<string> Ids, string? Next)> Range(string from, string to, int limit)
    {
        var page = await Store.RangeAsync(Containers.Work, "p", from, to, limit, Ct);
        return ([.. page.Items.Select(d => d.Key.Id)], page.NextFromId);
    }
}
