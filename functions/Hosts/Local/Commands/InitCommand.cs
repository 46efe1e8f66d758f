using System.CommandLine;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`init DIR`: a folder a party.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "An empty or new folder." };
        var port = new Option<int>("--base-port") { Description = "First port; 0 picks free ones.", DefaultValueFactory = _ => 7100 };
        var host = new Option<string[]>("--host") { Description = "PARTY=NAME: the machine a party is reached at; localhost, and from this machine alone, when not given." };
        var command = new Command("init", "Writes a folder with keys, certificate and configuration for each party, the certificate authority apart.") { folder, port, host };
        command.SetAction((arguments, ct) => Guarded.RunAsync(async () =>
        {
            var sample = await new Initialiser(TimeProvider.System).MakeAsync(
                Path.GetFullPath(arguments.GetValue(folder)!), arguments.GetValue(port), Hosts(arguments.GetValue(host) ?? []), ct);
            foreach (var plan in SamplePlan.Parties)
                Console.WriteLine($"{plan.Folder,-28} {plan.Name}");
            Console.WriteLine($"{"ca",-28} certificate authority: keep it apart");
            Console.WriteLine($"Start all of them:  dotnet run --project functions/Hosts/Local -- --folder {sample.Root}");
            return 0;
        }));
        return command;
    }

    private static Dictionary<string, string> Hosts(string[] options)
    {
        var hosts = new Dictionary<string, string>();
        foreach (var option in options)
        {
            if (option.Split('=') is not [var party, var name] || !hosts.TryAdd(party, name))
                throw new Refusal("--host is PARTY=NAME, once a party.");
        }

        return hosts;
    }
}
