using System.CommandLine;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`serve`: one party alone, as in a data centre of its own.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var party = new Option<PartyKind>("--party")
        {
            Description = "enterprise, trusted-party or operator.",
            Required = true,
            CustomParser = PartyNames.Parse,
        };
        var config = new Option<string>("--config") { Description = "The party.json of its folder.", Required = true };
        var command = new Command("serve", "Runs one party alone.") { party, config };
        command.SetAction((arguments, ct) => Guarded.RunAsync(() => ServeAsync(arguments.GetValue(party), Path.GetFullPath(arguments.GetValue(config)!), ct)));
        return command;
    }

    private static async Task<int> ServeAsync(PartyKind party, string config, CancellationToken ct)
    {
        if (!File.Exists(config))
            throw new Refusal($"There is no configuration {config}.");
        var folder = new PartyFolder(Path.GetDirectoryName(config)!);
        if ((await PartyReader.ReadAsync(folder, ct)).Party != party) // before anything is opened: a wrong folder stays untouched
            throw new Refusal($"{config} is of another party than --party says.");
        await using var host = await PartyHost.StartAsync(folder, new HostSettings(TimeProvider.System, Console: true), ct);
        Console.WriteLine($"READY {host.File.PublicAddress} {host.File.PlatformAddress} {host.File.Name}");
        await host.WaitAsync(ct);
        return 0;
    }
}
