using System.Collections.Concurrent;
using Ascs.Trust.Calls;

namespace Ascs.Trust.Tests.Hosting;

/// <summary>What the handlers of a test platform saw, and how they are told to behave.</summary>
internal sealed class Handled
{
    public ConcurrentQueue<Call> Calls { get; } = new();

    public int Count => Calls.Count;

    public bool IsUp { get; set; } = true;

    /// <summary>Runs inside each handler after it counted.</summary>
    public Func<Task> Work { get; set; } = () => Task.CompletedTask;
}
