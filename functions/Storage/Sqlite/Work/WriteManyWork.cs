namespace Ascs.Storage.Sqlite;

/// <summary>Many writes, each by itself.</summary>
internal sealed class WriteManyWork(Container container, IReadOnlyList<(string Partition, Write Write)> writes, CancellationToken ct)
    : WorkItem<IReadOnlyList<WriteOutcome>>(ct)
{
    public override int Weight { get; } = writes.Sum(w => Weigh(w.Write));

    /// <summary>Roughly what a write adds to a transaction, in bytes.</summary>
    public static int Weigh(Write write) => 64 + write switch
    {
        Write.Create w => w.Body.Length,
        Write.Replace w => w.Body.Length,
        Write.Upsert w => w.Body.Length,
        _ => 0,
    };

    protected override IReadOnlyList<WriteOutcome> Do(Writer writer, long now)
    {
        var outcomes = new WriteOutcome[writes.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            var (partition, write) = writes[i];
            outcomes[i] = writer.TryWrite(container, partition, write, now, out var etag) ? new WriteOutcome.Written(etag) : WriteOutcome.Conflict.Instance;
        }
        return outcomes;
    }
}
