namespace Ascs.Storage.Sqlite;

/// <summary>Something done to the connection that writes, outside of any transaction.</summary>
internal sealed class MaintenanceWork(Action<Database> action, CancellationToken ct) : WorkItem<bool>(ct)
{
    public override bool RunsAlone => true;

    protected override bool Do(Writer writer, long now)
    {
        action(writer.Database);
        return true;
    }
}
