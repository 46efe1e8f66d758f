using Microsoft.Extensions.Time.Testing;

namespace Ascs.Trust.Tests.Calls;

internal static class Patience
{
    /// <summary>Moves the fake clock on in small steps until the task is done, so that waits between tries end.</summary>
    public static async Task<T> While<T>(this FakeTimeProvider time, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(task, Task.Delay(5, TestContext.Current.CancellationToken));
        }

        return await task;
    }
}
