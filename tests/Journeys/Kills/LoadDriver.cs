using System.Collections.Concurrent;
using Ascs.Contracts;
using Ascs.Fleet;

namespace Ascs.Journeys.Tests.Kills;

/// <summary>A back office that sends tasks of mixed sizes one after another, each under its own key until it is accepted.</summary>
internal sealed class LoadDriver(string enterprise, SignedPeer office, IReadOnlyList<Aid> aids, ConcurrentBag<SentTask> sent)
{
    private const int LargestTask = 50;

    private readonly IdSource ids = new(TimeProvider.System);

    /// <summary>Sends until <paramref name="stop"/>; a task once posted is seen through.</summary>
    public async Task RunAsync(ulong seed, CancellationToken stop, CancellationToken ct)
    {
        var dice = new Dice(seed);
        while (!stop.IsCancellationRequested)
        {
            var chosen = dice.Pick(aids, dice.Between(1, LargestTask));
            var postedAt = TimeProvider.System.GetUtcNow();
            var answer = await office.InsistAsync(EnterpriseCatalogue.CreateTask, LoadTasks.To(enterprise, chosen), "load-" + ids.Next(), ct);
            sent.Add(new SentTask(enterprise, postedAt, chosen, answer));
            await Task.Delay(TimeSpan.FromMilliseconds(dice.Between(50, 500)), TimeProvider.System, ct);
        }
    }
}
