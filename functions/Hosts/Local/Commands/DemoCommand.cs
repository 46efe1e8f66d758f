using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ascs.Hosts.Local.Demo;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Certificates;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`demo`: the whole journey on the sample data.</summary>
internal static class DemoCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Prints the timeline as JSON." };
        var folder = new Option<string?>("--folder") { Description = "Where to play; a temporary folder otherwise." };
        var command = new Command("demo", "Plays the whole journey with two enterprises and two operators; exit code 0 only if every step held.") { json, folder };
        command.SetAction((arguments, ct) => Guarded.RunAsync(() =>
            PlayAsync(arguments.GetValue(folder) ?? Directory.CreateTempSubdirectory("ascs-demo-").FullName, arguments.GetValue(json), ct)));
        return command;
    }

    private static async Task<int> PlayAsync(string root, bool json, CancellationToken ct)
    {
        var sample = await new Initialiser(TimeProvider.System).MakeAsync(Path.GetFullPath(root), 0, ct);
        var knobs = Path.Combine(root, "knobs.json");
        await File.WriteAllTextAsync(knobs, """{"receiptDelayMinMilliseconds": 50, "receiptDelayMaxMilliseconds": 250}""", ct);
        await using var system = await LocalSystem.StartAsync(sample, new HostSettings(TimeProvider.System, Console: false), ["--knobs", knobs], ct);
        await using var hongyan = await BackOffice.OpenAsync(sample.Party("hongyan-express-back-office"), ct);
        await using var qinghe = await BackOffice.OpenAsync(sample.Party("qinghe-clinic-back-office"), ct);
        using var authorities = new CertificateTrust([PemFiles.LoadCertificate(sample.Party(SamplePlan.TrustedParty).Authority)], TimeProvider.System);
        using var phones = new Phones(system);
        var timeline = new Timeline(json ? null : Console.Out);
        await new Journey(system, new DemoPeople(system, authorities), hongyan, qinghe, phones).PlayAsync(timeline, ct);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { held = timeline.Held, folder = root, steps = timeline.Steps }, Json)
            : $"{(timeline.Held ? "Every step held." : "A step did not hold.")} Everything it made is in {root}");
        return timeline.Held ? 0 : 1;
    }
}
