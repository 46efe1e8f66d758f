namespace Ascs.Storage.Sqlite;

/// <summary>Removes a slice of the expired documents of one container; answers how many.</summary>
internal sealed class PurgeWork(Container container, long until, int most, CancellationToken ct) : WorkItem<int>(ct)
{
    // A caller whose clock is ahead of the store's removes nothing that the store still shows.
    protected override int Do(Writer writer, long now) => writer.Table(container).Purge(Math.Min(until, now), most);
}
