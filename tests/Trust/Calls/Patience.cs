namespace Ascs.Trust.Tests.Calls;

internal static class Patience
{
    /// <summary>Milliseconds after which a test that waits for something gives up; for loaded machines.</summary>
    public const int Most = 120_000;

    /// <summary>Lets the fake clock run until the task is done, but only while a wait between two tries is all that happens.</summary>
    public static async Task<T> While<T>(this MomentTime time, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            if (time.SomebodyWaits) time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(task, Task.Delay(5, TestContext.Current.CancellationToken));
        }

        return await task;
    }

    /// <summary>Waits until something holds; the test's own patience ends it.</summary>
    public static async Task Until(Func<bool> holds, CancellationToken stop)
    {
        while (!holds()) await Task.Delay(5, stop);
    }
}
