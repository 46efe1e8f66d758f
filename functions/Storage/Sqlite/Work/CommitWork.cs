namespace Ascs.Storage.Sqlite;

/// <summary>An atomic commit.</summary>
internal sealed class CommitWork(Container container, string partition, IReadOnlyList<Write> writes, CancellationToken ct) : WorkItem<CommitOutcome>(ct)
{
    public override int Weight { get; } = writes.Sum(WriteManyWork.Weigh);

    protected override CommitOutcome Do(Writer writer, long now)
    {
        var etags = new string[writes.Count];
        var conflict = writer.TryWriteAll(container, partition, writes, etags, now);
        return conflict < 0 ? new CommitOutcome.Committed(etags) : new CommitOutcome.Conflict(conflict);
    }
}
