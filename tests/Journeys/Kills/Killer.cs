using Ascs.Evidence.Checkpoints;
using Ascs.Fleet;

namespace Ascs.Journeys.Tests.Kills;

/// <summary>Kills and restarts what the dice say, when they say it, and keeps the checkpoints anybody could have fetched in between.</summary>
internal sealed class Killer(PartyFleet fleet, Gateway gateway, LogPage log, Dice dice)
{
    private const string BeforePersist = "BeforePersist";
    private static readonly string[] CrashPoints = [BeforePersist, "AfterPersist"];
    private static readonly TimeSpan CrashPatience = TimeSpan.FromMinutes(3); // the load goes on all the while, so it comes

    public List<Kill> Kills { get; } = [];

    /// <summary>True when the gateway once died with a hand-over that it had not stored: nobody can ever tell what became of those messages.</summary>
    public bool LeftUnknown { get; private set; }

    public List<SignedCheckpoint> Checkpoints { get; } = [];

    /// <summary>So many kills. The handset's own crash inside a hand-over is every eighth, so that every run has hand-overs open at a kill.</summary>
    public async Task RunAsync(int count, CancellationToken ct)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(dice.Between(50, 1200)), TimeProvider.System, ct);
            await KeepCheckpointAsync(ct);
            var names = i % 8 == 7 ? await CrashHandsetAsync(CrashPoints[i / 8 % 2], ct) : await KillAsync(Choose());
            await fleet.StartAsync(names, ct);
            await KeepCheckpointAsync(ct);
        }
    }

    private IReadOnlyList<string> Choose() => dice.Between(0, 9) == 0 ? fleet.Names : dice.Pick(fleet.Names, 1);

    private async Task<IReadOnlyList<string>> KillAsync(IReadOnlyList<string> names)
    {
        var from = TimeProvider.System.GetUtcNow();
        await fleet.KillAsync(names);
        Kills.Add(new Kill(names, from, TimeProvider.System.GetUtcNow()));
        return names;
    }

    private async Task<IReadOnlyList<string>> CrashHandsetAsync(string point, CancellationToken ct)
    {
        var from = TimeProvider.System.GetUtcNow();
        await gateway.CrashAfterAsync(dice.Between(1, 20), point, ct);
        while (fleet[PartyFleet.Handset].Runs && TimeProvider.System.GetUtcNow() - from < CrashPatience)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, ct);
        Assert.False(fleet[PartyFleet.Handset].Runs, "The handset does not crash inside a hand-over.");
        LeftUnknown |= point == BeforePersist;
        Kills.Add(new Kill([PartyFleet.Handset], from, TimeProvider.System.GetUtcNow()));
        return [PartyFleet.Handset];
    }

    private async Task KeepCheckpointAsync(CancellationToken ct)
    {
        if (await log.FetchAsync(ct) is { } checkpoint)
            Checkpoints.Add(checkpoint);
    }
}
