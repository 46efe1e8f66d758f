using System.Globalization;
using Ascs.Hosts.Handset;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Fleet;

/// <summary>Every party of a sample folder and the handset, each a process of its own.</summary>
internal sealed class PartyFleet : IAsyncDisposable
{
    public const string Handset = "handset";

    private readonly Dictionary<string, FleetProcess> processes = [];

    private PartyFleet(FleetFolder folder) => Folder = folder;

    public FleetFolder Folder { get; }

    /// <summary>The handset and the parties.</summary>
    public IReadOnlyList<string> Names => [.. processes.Keys];

    public FleetProcess this[string name] => processes[name];

    /// <summary>Starts all of them.</summary>
    public static async Task<PartyFleet> StartAsync(FleetFolder folder, CancellationToken ct)
    {
        var fleet = new PartyFleet(folder);
        fleet.Add(Handset, [typeof(HandsetApp).Assembly.Location, .. await HandsetArgumentsAsync(folder, ct)]);
        foreach (var plan in SamplePlan.Parties.Where(plan => plan.Listens))
            fleet.Add(plan.Folder, [typeof(PartyHost).Assembly.Location, "serve", "--party", ArgumentOf(plan.Kind), "--config", folder.Sample.Party(plan.Folder).Party]);
        try
        {
            await fleet.StartAsync(fleet.Names, ct);
            return fleet;
        }
        catch (Exception)
        {
            await fleet.DisposeAsync(); // one that does not start takes the others with it
            throw;
        }
    }

    /// <summary>Starts these.</summary>
    public Task StartAsync(IEnumerable<string> names, CancellationToken ct) => Task.WhenAll(names.Select(name => processes[name].StartAsync(ct)));

    /// <summary>Kills these at one moment.</summary>
    public Task KillAsync(IEnumerable<string> names) => Task.WhenAll(names.Select(name => processes[name].KillAsync()));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes.Values)
            await process.DisposeAsync();
    }

    /// <summary>Options of the handset that serves this folder's operators.</summary>
    internal static async Task<string[]> HandsetArgumentsAsync(FleetFolder folder, CancellationToken ct)
    {
        var party = await PartyReader.ReadAsync(folder.Sample.Party("operator-a"), ct);
        return
        [
            "--data", folder.Sample.Handset, "--secrets", folder.Sample.HandsetSecrets, "--knobs", folder.Knobs,
            "--port", party.Handset!.Port.ToString(CultureInfo.InvariantCulture), "--gateways", "operator-a,operator-b",
        ];
    }

    private void Add(string name, IReadOnlyList<string> command) =>
        processes.Add(name, new FleetProcess(name, ["exec", .. command], Path.Combine(Folder.Sample.Root, name + ".journal")));

    private static string ArgumentOf(PartyKind kind) => kind switch
    {
        PartyKind.TrustedParty => "trusted-party",
        PartyKind.Operator => "operator",
        _ => "enterprise",
    };
}
