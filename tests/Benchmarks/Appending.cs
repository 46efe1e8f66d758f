using System.Security.Cryptography;
using Ascs.Contracts;
using Ascs.Evidence.Checkpoints;
using Ascs.Fleet;
using Ascs.Gm;
using Ascs.Storage;
using Ascs.Storage.Sqlite;
using Ascs.TrustedParty.EvidenceLog;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ascs.Benchmarks;

/// <summary>(d) The log alone on a store of its own: batches of 100 leaves from 16 callers, each answered when it is durable and its proof in hand.</summary>
internal sealed class Appending(FleetFolder folder, Floors floors)
{
    private const int Callers = 16, BatchLeaves = 100, LeafBytes = 300;
    private const string Origin = "ascs.local/bench";

    public async Task<Figure> RunAsync(TimeSpan span, CancellationToken ct)
    {
        await using var store = SqliteDocumentStore.Open(new SqliteStoreOptions(Path.Combine(folder.Sample.Root, "log.db"), Containers.Main) { Time = TimeProvider.System });
        var keys = new LogKeys(Origin, new Ed25519NoteSigner(Origin, RandomNumberGenerator.GetBytes(32)), new Sm2NoteSigner(Origin, Sm2PrivateKey.Generate()));
        using var log = new SequencedLog(store, keys, NullLogger<SequencedLog>.Instance);
        await log.StartAsync(ct);
        var (latencies, ids, leaves) = (new Latencies(), new IdSource(TimeProvider.System), 0L);
        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (TimeProvider.System.GetElapsedTime(start) < span)
            {
                var batch = Enumerable.Range(0, BatchLeaves).Select(_ => RandomNumberGenerator.GetBytes(LeafBytes)).ToArray();
                await latencies.MeasureAsync(async () => await log.ProveAsync([await log.AppendAsync(ids.Next(), batch, ct)], ct));
                Interlocked.Add(ref leaves, BatchLeaves);
            }
        }));
        var rate = leaves / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        await log.StopAsync(ct);
        return new Figure("log append, durable, proof in hand", rate, "leaves/s", ">= 10000/s, p99 < 1 s", floors.Hashes / 2, "2 hashes a leaf", latencies.ToString());
    }
}
