using System.CommandLine;
using System.Globalization;
using Ascs.Hosts.Local.Auditing;
using Ascs.Hosts.Local.Setup;
using Ascs.Trust.Audit;

namespace Ascs.Hosts.Local.Commands;

/// <summary>`audit …`: what is recorded, the records, whether they hold, and a summary of them (CHEAA-4.1.6). Works beside a running platform; reading is on record.</summary>
internal static class AuditCommands
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static Command Create()
    {
        var audit = new Command("audit", "The audit trail of a platform: what is recorded, the records, whether they hold, and a summary.");
        audit.Subcommands.Add(Events());
        audit.Subcommands.Add(Verify());
        audit.Subcommands.Add(List());
        audit.Subcommands.Add(Report());
        return audit;
    }

    private static Command Events()
    {
        var command = new Command("events", "Prints the list of auditable events: when each is written and what it holds.");
        command.SetAction((_, _) => Guarded.RunAsync(() =>
        {
            Console.Write(AuditEventTable.ToMarkdown());
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Verify()
    {
        var folder = FolderArgument();
        var journal = new Option<string[]>("--journal") { Description = "Journals to compare with, such as copies kept elsewhere; the folder's own are always read." };
        var command = new Command("verify", "Checks that no record was changed, removed, reordered or cut off; exit code 0 only then.") { folder, journal };
        command.SetAction((arguments, ct) => Guarded.RunAsync(() => WithTrailAsync(arguments.GetValue(folder)!, "verify", async trail =>
        {
            var (verifier, faults) = await VerifyTrail.RunAsync(trail, arguments.GetValue(journal) ?? [], ct);
            foreach (var fault in faults) Console.WriteLine(fault);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trail.File.Name}: {verifier.Batches} batches, {verifier.Records} records; {(faults.Count == 0 ? "nothing was changed, removed or cut off." : "the trail does not hold.")}"));
            return faults.Count == 0 ? 0 : 1;
        }, ct)));
        return command;
    }

    private static Command List()
    {
        var (folder, from, to) = (FolderArgument(), Moment("--from", "24 hours ago"), Moment("--to", "now"));
        var kind = new Option<AuditEvent?>("--event") { Description = "Only these, by name, as `audit events` lists them." };
        var command = new Command("list", "Prints records, one a line: time (Beijing), event, who, what, result, trace id, count.") { folder, from, to, kind };
        command.SetAction((arguments, ct) => Guarded.RunAsync(() => WithTrailAsync(arguments.GetValue(folder)!, "list", async trail =>
        {
            await foreach (var entry in AuditReader.EntriesAsync(trail.Store, trail.File.PlatId, From(arguments.GetValue(from)), Until(arguments.GetValue(to)), ct))
                if (arguments.GetValue(kind) is not { } wanted || entry.Event == wanted) Console.WriteLine(Line(entry));
            return 0;
        }, ct)));
        return command;
    }

    private static Command Report()
    {
        var (folder, from, to) = (FolderArgument(), Moment("--from", "24 hours ago"), Moment("--to", "now"));
        var command = new Command("report", "A summary of a day: calls by platform and result, key acts, and what is unusual.") { folder, from, to };
        command.SetAction((arguments, ct) => Guarded.RunAsync(() => WithTrailAsync(arguments.GetValue(folder)!, "report", async trail =>
        {
            var report = new AuditReport(trail.File.ToAlertPolicy());
            await foreach (var entry in AuditReader.EntriesAsync(trail.Store, trail.File.PlatId, From(arguments.GetValue(from)), Until(arguments.GetValue(to)), ct)) report.Add(entry);
            Console.Write(report.ToText());
            return 0;
        }, ct)));
        return command;
    }

    private static async Task<int> WithTrailAsync(string folder, string what, Func<FolderTrail, Task<int>> act, CancellationToken ct)
    {
        await using var trail = await FolderTrail.OpenAsync(new PartyFolder(Path.GetFullPath(folder)), TimeProvider.System, ct);
        await trail.RecordAsync(AuditEvent.AuditRead, what, AuditEntry.Ok, ct); // who reads the trail is in it
        return await act(trail);
    }

    private static string Line(AuditEntry entry) => string.Create(CultureInfo.InvariantCulture,
        $"{entry.At.ToTime().ToOffset(Beijing):yyyy-MM-dd HH:mm:ss.fff} {entry.Event} {entry.Who} {entry.What} {entry.Result} {entry.TraceId ?? "-"} {entry.Count}");

    private static Argument<string> FolderArgument() => new("folder") { Description = "The platform's folder." };

    private static Option<string?> Moment(string name, string otherwise) => new(name) { Description = $"Beijing time such as 2026-11-22 or 2026-11-22T20:00; {otherwise} when not given." };

    private static DateTimeOffset From(string? text) => text is null ? TimeProvider.System.GetUtcNow().AddDays(-1) : Parse(text);

    private static DateTimeOffset Until(string? text) => text is null ? TimeProvider.System.GetUtcNow() : Parse(text);

    private static DateTimeOffset Parse(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, Beijing) : throw new Refusal($"{text} is no time such as 2026-11-22T20:00.");
}
