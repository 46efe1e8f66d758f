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
    public Func<Task> Work { get; private set; } = () => Task.CompletedTask;

    /// <summary>Handlers do this until it is disposed: the tests of a class share their platforms.</summary>
    public IDisposable Working(Func<Task> work)
    {
        Work = work;
        return new Ending(() => Work = () => Task.CompletedTask);
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
