namespace Ascs.Hosts.Local.Demo;

/// <summary>Asking again until something is so.</summary>
internal static class Waiting
{
    private const int Tries = 600; // a minute and more: a loaded machine is slow, and only what fails takes that long

    public static async Task<T> UntilAsync<T>(string otherwise, Func<Task<T>> ask, Func<T, bool> holds, CancellationToken ct)
    {
        for (var i = 0; i < Tries; i++)
        {
            var answer = await ask();
            if (holds(answer))
                return answer;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);
        }

        throw new DemoFailure(otherwise);
    }
}
