using System.CommandLine;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Commands;

/// <summary>No command: all platforms and the handset, until one presses Ctrl+C.</summary>
internal static class RunCommand
{
    public static void Configure(RootCommand root)
    {
        var folder = new Option<string>("--folder") { Description = "Where the parties' folders are; made at first.", DefaultValueFactory = _ => ".ascs" };
        var journal = new Option<bool>("--journal") { Description = "Also writes the journals to the console." };
        var without = new Option<string[]>("--without") { Description = "A party that is not started, because its own system runs in its place." };
        root.Options.Add(folder);
        root.Options.Add(journal);
        root.Options.Add(without);
        root.SetAction((arguments, ct) => Guarded.RunAsync(
            () => RunAsync(Path.GetFullPath(arguments.GetValue(folder)!), arguments.GetValue(journal), Checked(arguments.GetValue(without) ?? []), ct)));
    }

    private static async Task<int> RunAsync(string root, bool journal, string[] without, CancellationToken ct)
    {
        var sample = new SampleFolder(root);
        if (!sample.Exists)
            await new Initialiser(TimeProvider.System).MakeAsync(root, 7100, ct);
        await using var system = await LocalSystem.StartAsync(sample, new HostSettings(TimeProvider.System, journal, Without: without), [], ct);
        Announce(system);
        await system.WaitAsync(ct);
        Console.WriteLine("Stopping.");
        return 0;
    }

    private static string[] Checked(string[] without) =>
        without.FirstOrDefault(party => !SamplePlan.Parties.Any(plan => plan.Listens && plan.Folder == party)) is { } stranger
            ? throw new Refusal($"There is no party {stranger} to leave out.") : without;

    private static void Announce(LocalSystem system)
    {
        foreach (var host in system.Hosts)
            Console.WriteLine($"{host.File.PublicAddress,-28} {host.File.Name}");
        Console.WriteLine($"{system.Handset.Address,-28} 手机 Phones: read messages and reply");
        Console.WriteLine($"The pages' certificates come from {Path.Combine(system.Folder.Authority, "ca.pem")}; a browser asks once unless it trusts it.");
        Console.WriteLine("Ctrl+C stops.");
    }
}
