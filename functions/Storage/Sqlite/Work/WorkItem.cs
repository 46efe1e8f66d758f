namespace Ascs.Storage.Sqlite;

/// <summary>
/// Something for the writer's thread. Order of calls: <see cref="Skip"/>, and if it answers false <see cref="Apply"/>; then, after the group's commit,
/// exactly one of <see cref="Complete"/> and <see cref="Fail"/>.
/// </summary>
internal abstract class WorkItem
{
    /// <summary>How many bytes it adds to its group's transaction.</summary>
    public virtual int Weight => 0;

    /// <summary>Whether it runs by itself, outside of any transaction.</summary>
    public virtual bool RunsAlone => false;

    /// <summary>Whether its caller has gone before it began; it is told so.</summary>
    public abstract bool Skip();

    public abstract void Apply(Writer writer, long now);

    public abstract void Complete();

    public abstract void Fail(Exception reason);
}
