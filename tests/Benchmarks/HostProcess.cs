using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Benchmarks;

/// <summary>The other process: what `Ascs.Hosts.Local --folder` runs, with the handset's knobs of the load.</summary>
internal static class HostProcess
{
    public static async Task RunAsync(string root, CancellationToken ct)
    {
        await using var system = await LocalSystem.StartAsync(new SampleFolder(root), new HostSettings(TimeProvider.System, Console: false), ["--knobs", Path.Combine(root, "knobs.json")], ct);
        Console.WriteLine("READY host");
        await system.WaitAsync(ct);
    }
}
