namespace Ascs.Storage.Sqlite;

/// <summary>Moves the log into the file; answers whether all of it went.</summary>
internal sealed class CheckpointWork(bool truncate, CancellationToken ct) : WorkItem<bool>(ct)
{
    public override bool RunsAlone => true;

    protected override bool Do(Writer writer, long now) => writer.Database.Checkpoint(truncate);
}
