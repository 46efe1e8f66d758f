using Ascs.Contracts;

namespace Ascs.Trust.Sessions;

/// <summary>What one process knows of its session at one peer. One renewal runs at a time; who needs what it will bring waits for it, and no two renew for the same reason.</summary>
internal sealed class SessionSlot
{
    private readonly Lock change = new();
    private (bool Fields, Task<Answer<CallerSession>> Task)? renewal;
    private volatile CallerSession? current;

    /// <summary>The session in use; replaced as a whole.</summary>
    public CallerSession? Current
    {
        get => current;
        set => current = value;
    }

    /// <summary>Only renewals read and change it.</summary>
    public LoginPace Pace { get; set; } = LoginPace.Free;

    /// <summary>The renewal under way; one that needs a data key begins after one that brings none, and is then the one that others wait for.</summary>
    /// <param name="fields">Whether it brings a data key.</param>
    /// <param name="renew">Renews.</param>
    public Task<Answer<CallerSession>> ShareAsync(bool fields, Func<Task<Answer<CallerSession>>> renew)
    {
        lock (change)
        {
            var running = renewal is { Task.IsCompleted: false } ? renewal : null;
            if (running is { } shared && (shared.Fields || !fields)) return shared.Task;
            var task = Task.Run(() => AfterAsync(running?.Task, renew));
            renewal = (fields, task);
            return task;
        }
    }

    // What became of the first is the matter of those who waited for it.
    private static async Task<Answer<CallerSession>> AfterAsync(Task? first, Func<Task<Answer<CallerSession>>> renew)
    {
        if (first is not null) await first.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await renew();
    }
}
