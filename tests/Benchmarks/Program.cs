using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ascs.Benchmarks;
using Ascs.Fleet;

if (args is ["host", var hosted])
{
    await HostProcess.RunAsync(hosted, CancellationToken.None);
    return 0;
}

var seconds = TimeSpan.FromSeconds(Option("--seconds", 20));
var people = Option("--people", 2000);
var ct = CancellationToken.None;
var root = Directory.CreateTempSubdirectory("ascs-bench-").FullName;
const string knobs = """{"receiptDelayMinMilliseconds": 0, "receiptDelayMaxMilliseconds": 50}""";
var folder = await FleetFolder.MakeAsync(root, people, knobs, ct);
var floors = await Floors.MeasureAsync(folder, ct);
Tell($"{Environment.ProcessorCount} processors. Floors: {floors.SmallHops:F0} hops/s of 1 kB, {floors.LargeHops:F0} of 64 kB, {floors.Commits:F0} durable commits/s, {floors.Hashes:F0} hashes/s");

var figures = new List<Figure>();
Add(await new Guarding(folder).RunAsync(ct)); // before the host has the folders
if (args.Contains("--gate"))
{
    Directory.Delete(root, recursive: true);
    return 0;
}

await (await BenchSystem.StartAsync(folder, ct)).DisposeAsync(); // imports the subscribers; the start that counts is the next
await using (var system = await BenchSystem.StartAsync(folder, ct))
{
    Add(new Figure("cold start to the first answer", system.ColdStart, "ms", "< 2000 ms", null, "", "built host, initialised folder, handset included"));
    var authorising = new Authorising(system, floors);
    Add(await authorising.RunAsync(people, ct));
    var dispatching = new Dispatching(system, floors, authorising.Aids);
    foreach (var figure in await dispatching.SmallAsync(seconds / 4, ct)) // first: after the large ones receipts and events still arrive
        Add(figure);
    Add(await dispatching.LargeAsync(seconds, ct));
    var proving = new Proving(system, floors, authorising.Aids);
    Add(await proving.CheckAsync(ct));
    Add(await proving.RevokeAsync(ct));
}

Add(await new Appending(folder, floors).RunAsync(seconds / 4, ct));
foreach (var figure in await new Telling(folder).RunAsync(ct))
    Add(figure);
if (args.Contains("--json"))
    Console.WriteLine(JsonSerializer.Serialize(new { processors = Environment.ProcessorCount, floors, figures }, new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
Directory.Delete(root, recursive: true);
return 0;

int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is var place and >= 0 && place + 1 < args.Length ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : otherwise;

void Add(Figure figure)
{
    figures.Add(figure);
    Tell(string.Create(CultureInfo.InvariantCulture, $"{figure.Path,-56} {figure.Value,10:F1} {figure.Unit,-9} {figure.Target,-24} ratio {figure.Ratio?.ToString("F3", CultureInfo.InvariantCulture) ?? "-",-6} ({figure.FloorIs}) {figure.Notes}"));
}

// With --json the table goes to standard error, so that standard output is JSON and nothing else.
void Tell(string line) => (args.Contains("--json") ? Console.Error : Console.Out).WriteLine(line);
