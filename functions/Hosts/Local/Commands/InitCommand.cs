using System.CommandLine;
using Ascs.Contracts;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`init DIR`: a folder a party, all of the sample; `make`: one party's; `authority`: who certifies them.</summary>
internal static class InitCommand
{
    public static Command Authority()
    {
        var folder = new Argument<string>("folder") { Description = "A new folder: keep it apart from every platform." };
        var command = new Command("authority", "Makes a certificate authority for platforms that are made apart.") { folder };
        command.SetAction((arguments, _) => Guarded.RunAsync(() =>
        {
            AuthorityFolder.Create(Path.GetFullPath(arguments.GetValue(folder)!), TimeProvider.System.GetUtcNow()).Dispose();
            Console.WriteLine($"{arguments.GetValue(folder)}: ca.pem is for everybody, ca.key for nobody else.");
            return Task.FromResult(0);
        }));
        return command;
    }

    /// <summary>`make`: the folder of one party.</summary>
    public static Command One()
    {
        var folder = new Argument<string>("folder") { Description = "An empty or new folder." };
        var kind = new Option<PartyKind>("--party") { Description = "enterprise, trusted-party, operator or back-office.", Required = true, CustomParser = PartyNames.Parse };
        var id = new Option<string>("--id") { Description = "Id of the enterprise or operator: 2 to 32 of a-z, 0-9 and hyphen.", Required = true };
        var name = new Option<string>("--name") { Description = "For people.", Required = true };
        var host = new Option<string>("--host") { Description = "The machine it is reached at.", DefaultValueFactory = _ => "localhost" };
        var port = new Option<int>("--port") { Description = "Port of its pages; the next one is for platforms.", DefaultValueFactory = _ => 7100 };
        var authority = new Option<string>("--authority") { Description = "The authority's folder.", Required = true };
        var command = new Command("make", "Writes the folder of one party, to be paired with others by `offer` and `pair`.") { folder, kind, id, name, host, port, authority };
        command.SetAction((arguments, ct) => Guarded.RunAsync(async () =>
        {
            if (!EnterpriseId.TryParse(arguments.GetValue(id), out _)) throw new Refusal("--id is 2 to 32 of a-z, 0-9 and hyphen.");
            var made = await new Initialiser(TimeProvider.System).MakeOneAsync(
                new PlannedParty(arguments.GetValue(kind), arguments.GetValue(id)!, arguments.GetValue(name)!), arguments.GetValue(host)!, arguments.GetValue(port),
                Path.GetFullPath(arguments.GetValue(folder)!), Path.GetFullPath(arguments.GetValue(authority)!), ct);
            Console.WriteLine($"Platform {made.PlatId} {made.Name}");
            return 0;
        }));
        return command;
    }

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
