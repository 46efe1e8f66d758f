using System.Text.Json.Nodes;
using Ascs.Hosts.Local.Setup;
using Ascs.Operator.Subscribers;

namespace Ascs.Fleet;

/// <summary>
/// A sample folder made for load: promises as wide as they may be, so that no frequency rule ends a run, and synthetic subscribers at both operators. The
/// enterprises' folders are copied before anything starts: whoever authorises for an enterprise has its keys and certificate, but not its platform's store.
/// </summary>
internal sealed class FleetFolder
{
    private const int Seed = 7;

    private FleetFolder(SampleFolder sample) => Sample = sample;

    public SampleFolder Sample { get; }

    public string Knobs => Path.Combine(Sample.Root, "knobs.json");

    /// <summary>The copy of an enterprise's folder.</summary>
    public PartyFolder Desk(string enterprise) => new(Path.Combine(Sample.Root, "desk-" + enterprise));

    /// <summary>Makes it.</summary>
    /// <param name="root">An empty or new folder.</param>
    /// <param name="subscribersEach">Subscribers of each operator.</param>
    /// <param name="knobs">The handset's knobs, JSON.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<FleetFolder> MakeAsync(string root, int subscribersEach, string knobs, CancellationToken ct)
    {
        var folder = new FleetFolder(await new Initialiser(TimeProvider.System).MakeAsync(root, 0, ct));
        await File.WriteAllTextAsync(folder.Knobs, knobs, ct);
        foreach (var party in SamplePlan.Parties.Where(plan => plan.Listens).Select(plan => folder.Sample.Party(plan.Folder)))
            await WidenAsync(party.Services, ct);
        await HurryAsync(folder.Sample.Party(SamplePlan.TrustedParty).Party, ct);
        foreach (var (name, of) in new[] { ("operator-a", SyntheticOperator.A), ("operator-b", SyntheticOperator.B) })
        {
            await using var file = new StreamWriter(File.Create(folder.Sample.Party(name).Subscribers));
            await SyntheticSubscribers.WriteAsync(file, subscribersEach, Seed, of, ct);
        }

        foreach (var plan in SamplePlan.Parties.Where(plan => plan.Kind == PartyKind.Enterprise))
            Copy(folder.Sample.Party(plan.Folder).Root, folder.Desk(plan.Folder).Root);
        return folder;
    }

    /// <summary>IMSIs of an operator's subscribers, in the order of its file.</summary>
    public IEnumerable<string> Imsis(string operatorName) => File.ReadLines(Sample.Party(operatorName).Subscribers)
        .Where(line => line.StartsWith("IMSI,", StringComparison.Ordinal)).Select(line => line.Split(',')[1]);

    private static async Task WidenAsync(string services, CancellationToken ct)
    {
        var policies = JsonNode.Parse(await File.ReadAllTextAsync(services, ct))!.AsArray();
        foreach (var policy in policies)
        {
            policy!["requiredAssurance"] = "ENTERPRISE_ONLY";
            foreach (var promise in policy["offers"]!.AsArray().Select(offer => offer!["promise"]!))
                (promise["fromMinute"], promise["toMinute"], promise["perDay"], promise["perWeek"]) = (0, 1440, 50, 200);
        }

        await File.WriteAllTextAsync(services, policies.ToJsonString(), ct);
    }

    // What no receipt comes for is attested as UNKNOWN after half a minute instead of three days.
    private static async Task HurryAsync(string party, CancellationToken ct)
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(party, ct))!;
        file["receiptPatienceSeconds"] = 30;
        await File.WriteAllTextAsync(party, file.ToJsonString(), ct);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target); // with its mode: key files are the owner's only
        }
    }
}
