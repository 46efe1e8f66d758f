using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.Storage;
using Ascs.TrustedParty.EvidenceLog;

namespace Ascs.TrustedParty.Tests.World;

/// <summary>A log that outlives processes.</summary>
internal sealed class FakeLog
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> batches = []; // under gate
    private readonly List<Leaf> leaves = []; // under gate

    /// <summary>What is in it at this moment.</summary>
    public IReadOnlyList<Leaf> Leaves
    {
        get
        {
            lock (gate) return [.. leaves];
        }
    }

    /// <summary>The next append is kept and reported lost.</summary>
    public bool LosesAnswer { get; set; }

    public long Append(string batchId, IReadOnlyList<byte[]> appended)
    {
        lock (gate)
        {
            if (batches.TryGetValue(batchId, out var known)) return known;
            var first = leaves.Count;
            foreach (var bytes in appended) leaves.Add(Leaf.TryParse(bytes, out var leaf) ? leaf : throw new InvalidDataException("not a leaf"));
            batches[batchId] = first;
            if (!LosesAnswer) return first;
            LosesAnswer = false;
            throw new StoreUnavailableException("the log took it and nobody learned it");
        }
    }

    /// <summary>The log as one process sees it.</summary>
    public sealed class Of(FakeLog log, KillSwitch kill) : IEvidenceLog
    {
        public Task<long> AppendAsync(string batchId, IReadOnlyList<byte[]> leaves, CancellationToken cancellationToken) =>
            kill.ActAsync(async () =>
            {
                await Task.Yield();
                return log.Append(batchId, leaves);
            });

        public Task<EvidenceReceipt> ProveAsync(IReadOnlyList<long> indexes, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
