using Ascs.Storage;
using Ascs.TrustedParty.EvidenceLog;

namespace Ascs.TrustedParty.Tests.EvidenceLog;

public sealed class LogDamageTests
{
    private readonly LogBench bench = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_missing_entry_stops_the_start()
    {
        await FillAsync();

        await CopyAsync(bench.Inner, except: LogDocuments.EntriesId(10));

        Assert.Contains("leaves 10 to 19 are missing", (await DamageAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_rollback_of_the_entries_stops_the_start()
    {
        await FillAsync();

        await CopyAsync(bench.Inner, except: LogDocuments.EntriesId(20));

        Assert.Contains("covers 30 leaves, but only 20", (await DamageAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task other_leaves_in_the_place_of_the_old_ones_stop_the_start()
    {
        await FillAsync();
        var fork = new EntriesDocument(10, LeafPack.Pack(LogBench.Leaves("fork", 10)));

        await CopyAsync(bench.Inner, except: LogDocuments.EntriesId(20));
        await copy.CommitAsync(Containers.Evidence, LogDocuments.Log, [LogDocuments.Entries.Create(LogDocuments.EntriesId(20), fork)], Ct);

        Assert.Contains("not those that the checkpoint covers", (await DamageAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_lost_checkpoint_stops_the_start()
    {
        await FillAsync();

        await CopyAsync(bench.Inner, except: LogDocuments.Checkpoint);

        Assert.Contains("the checkpoint is gone", (await DamageAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_checkpoint_of_other_keys_stops_the_start()
    {
        await FillAsync();
        var head = await bench.Inner.ReadAsync(Containers.Heads, new(LogDocuments.Log, LogDocuments.Checkpoint), LogDocuments.Head, Ct);
        var forged = head!.Value with { Checkpoint = head.Value.Checkpoint.Replace("30\n", "31\n", StringComparison.Ordinal) };

        await CopyAsync(bench.Inner, except: LogDocuments.Checkpoint);
        await copy.CommitAsync(Containers.Heads, LogDocuments.Log, [LogDocuments.Head.Create(LogDocuments.Checkpoint, forged)], Ct);

        Assert.Contains("not signed by this log's keys", (await DamageAsync()).Message, StringComparison.Ordinal);
    }

    private InMemoryDocumentStore copy = new();

    private async Task FillAsync()
    {
        using var log = await bench.StartAsync();
        foreach (var batch in new[] { "a", "b", "c" })
            await log.AppendAsync(batch, LogBench.Leaves(batch, 10), Ct);
        await log.StopAsync(Ct);
    }

    private async Task<LogDamagedException> DamageAsync() => await Assert.ThrowsAsync<LogDamagedException>(() =>
        LogOpening.OpenAsync(copy, LogBench.Keys, Ct));

    private async Task CopyAsync(InMemoryDocumentStore from, string except)
    {
        copy = new InMemoryDocumentStore();
        foreach (var container in new[] { Containers.Evidence, Containers.Heads })
        {
            var page = await from.RangeAsync(container, LogDocuments.Log, IdRange.First, IdRange.End, StoreLimits.MaxPageItems, Ct);
            foreach (var document in page.Items.Where(d => d.Key.Id != except))
                await copy.CommitAsync(container, LogDocuments.Log, [new Write.Create(document.Key.Id, document.Body)], Ct);
        }
    }
}
