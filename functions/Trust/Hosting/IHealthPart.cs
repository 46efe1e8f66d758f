namespace Ascs.Trust.Hosting;

/// <summary>A part of a platform that can be down by itself; registered in the container, shown by <c>/health</c>.</summary>
public interface IHealthPart
{
    /// <summary>Lower-case name: <c>store</c>, <c>sequencer</c>, …</summary>
    string Name { get; }

    /// <summary>True when it works. A part that throws is down; one that takes over two seconds too.</summary>
    Task<bool> IsUpAsync(CancellationToken cancellationToken);
}
