using Ascs.Contracts;
using Ascs.Fleet;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Benchmarks;

/// <summary>The host under load, in a process of its own: all parties on the embedded host, the handset in a third process.</summary>
internal sealed class BenchSystem : IAsyncDisposable
{
    private readonly FleetProcess host;

    private BenchSystem(FleetFolder folder, FleetProcess host, LogPage log) => (Folder, this.host, Log) = (folder, host, log);

    public FleetFolder Folder { get; }

    /// <summary>The log as anybody sees it.</summary>
    public LogPage Log { get; }

    /// <summary>From the start of the process to the first answer of the trusted party, in milliseconds.</summary>
    public double ColdStart { get; private init; }

    /// <summary>Starts it and waits for the first answer.</summary>
    public static async Task<BenchSystem> StartAsync(FleetFolder folder, CancellationToken ct)
    {
        var party = folder.Sample.Party(SamplePlan.TrustedParty);
        var log = new LogPage(party, (await PartyReader.ReadAsync(party, ct)).PublicAddress!);
        var host = new FleetProcess("host", ["exec", typeof(BenchSystem).Assembly.Location, "host", folder.Sample.Root], Path.Combine(folder.Sample.Root, "host.journal"));
        var start = TimeProvider.System.GetTimestamp();
        await host.StartAsync(ct);
        while (await log.FetchAsync(ct) is null)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, ct);
        return new BenchSystem(folder, host, log) { ColdStart = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds };
    }

    /// <summary>An enterprise's back office.</summary>
    public Task<SignedPeer> OfficeAsync(string enterprise, CancellationToken ct) => SignedPeer.OpenAsync(Folder.Sample.Party(enterprise + "-back-office"), Role.Enterprise, ct);

    /// <summary>Leaves in the log now.</summary>
    public async Task<long> LeavesAsync(CancellationToken ct) => (await Log.FetchAsync(ct))?.Checkpoint.Size ?? 0;

    /// <summary>Memory of the host in MB.</summary>
    public double Megabytes() => host.ResidentBytes() / 1048576.0;

    public async ValueTask DisposeAsync()
    {
        Log.Dispose();
        await host.DisposeAsync();
    }
}
