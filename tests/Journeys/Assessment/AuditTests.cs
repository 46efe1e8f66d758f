using System.Diagnostics;
using System.Text;
using Ascs.Hosts.Local.Setup;
using Ascs.Journeys.Tests.Hosts;
using Ascs.Storage;
using Ascs.Trust.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Journeys.Tests.Assessment;

/// <summary>4.1.6, assessed as 5.1.6 says: what is recorded, who notices, and that nobody changes it.</summary>
public sealed class AuditTests(AssessedSystem system) : IClassFixture<AssessedSystem>
{
    private const string Planted = "13812345678", PlantedDevice = "865432109876543";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Assessor Assessor => system.Assessor;

    private PartyFolder Folder => system.Sample.Party("qinghe-clinic");

    [Fact]
    [Clause("CHEAA-4.1.6a", "attacks a running platform with replays: within the second each is on record, the real-time rule raises an alert, and the offline report names the burst and the platform; `platform suspend` is the counter-measure")]
    [Clause("CHEAA-4.1.6e", "the alert is a warning in the journal that staff is told of and a record in the trail; with an address in party.json it is also sent there, signed (tests/Trust/Audit/Alerts)")]
    public async Task An_attack_is_recorded_noticed_and_reported()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        using var message = Assessor.Sign(AssessedSystem.Question, AssessedSystem.QuestionBody, Assessor.Of(session));
        for (var i = 0; i < 15; i++)
            await Assessor.SendAsync(await Assessor.CopyAsync(message), Cancelled);
        await RecordAsync(AuditEvent.AlertRaised, "ReplayBurst");
        var replays = (await EntriesAsync()).Where(entry => entry is { Event: AuditEvent.Call, Result: "REPLAYED" }).ToList();
        Assert.Equal(14, replays.Sum(entry => entry.Count));
        Assert.All(replays, entry => Assert.Equal(Assessor.Self.ToString(), entry.Who));
        Assert.Contains("ReplayBurst", await ReadAsync(Folder.Journal), StringComparison.Ordinal);
        var report = await HostRun.ToEndAsync(Cancelled, "audit", "report", Folder.Root);
        Assert.Equal(0, report.Code);
        Assert.Contains($"ReplayBurst:{Assessor.Self}", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("CHEAA-4.1.6b", "plants a phone number and a device id in every place of a request, and looks for them, the tokens and the AuthToken in every byte of trail, store and journal: calls and pages are there, none of these is")]
    public async Task Records_hold_calls_and_nothing_sensitive()
    {
        var session = await Assessor.LoginAsync(Cancelled);
        foreach (var planted in new[] { Planted, PlantedDevice })
        {
            var message = Assessor.Sign(AssessedSystem.Question, Encoding.UTF8.GetBytes($$"""{"{{planted}}":"{{planted}}"}"""), Assessor.Of(session));
            message.Headers.TryAddWithoutValidation("x-" + planted, planted);
            message.Headers.TryAddWithoutValidation("user-agent", planted);
            await Assessor.SendAsync(message, Cancelled);
            var elsewhere = Assessor.Sign(AssessedSystem.Question, AssessedSystem.QuestionBody, Assessor.Of(session));
            elsewhere.RequestUri = new Uri(Assessor.Called.Address, $"/v1/{planted}?number={planted}");
            await Assessor.SendAsync(elsewhere, Cancelled);
        }

        await RecordAsync(AuditEvent.Call, AssessedSystem.Question.Name);
        await RecordAsync(AuditEvent.Call, "route-unknown");
        string[] secrets = [Planted, PlantedDevice, session.Kept.Access, session.Kept.Refresh, Encoding.ASCII.GetString(Assessor.Options.Sessions.AuthTokenFrom(Assessor.Called.PlatId)!)];
        foreach (var file in Directory.EnumerateFiles(Folder.Data).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var bytes = await BytesAsync(file);
            Assert.All(secrets, secret => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, Path.GetFileName(file)));
        }
    }

    [Fact]
    [Clause("CHEAA-4.1.6c", "the list of auditable events with what each record holds is printed and in docs/audit-events.md; reading is on record; a record changed in the store's file, by somebody who can write it, is found by `audit verify`")]
    public async Task The_list_is_written_down_and_changes_are_found()
    {
        Assert.Equal(Enum.GetValues<AuditEvent>(), AuditCatalogue.All.Select(described => described.Event));
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/audit-events.md"), Cancelled);
        Assert.All(Enum.GetNames<AuditEvent>(), name => Assert.Contains(name, page, StringComparison.Ordinal));
        await Assessor.LoginAsync(Cancelled);
        await RecordAsync(AuditEvent.Login, "session/login");
        var copy = await CopyAsync(Folder);
        var untouched = await HostRun.ToEndAsync(Cancelled, "audit", "verify", copy.Root);
        Assert.True(untouched.Code == 0, untouched.Output + untouched.Errors);
        Change(copy.Store);
        Assert.NotEqual(0, (await HostRun.ToEndAsync(Cancelled, "audit", "verify", copy.Root)).Code);
        Assert.Equal(0, (await HostRun.ToEndAsync(Cancelled, "audit", "list", Folder.Root)).Code);
        await RecordAsync(AuditEvent.AuditRead, "list");
    }

    [Fact]
    [Clause("CHEAA-4.1.6d", "a term under 183 days can't be set; each record in a running platform's store expires no earlier than six months after it was made")]
    public async Task Records_are_kept_for_six_months()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AuditTerm(182));
        await Assessor.LoginAsync(Cancelled);
        await RecordAsync(AuditEvent.Login, "session/login");
        var store = system.Platforms.Host("qinghe-clinic").Services.GetRequiredService<IDocumentStore>();
        await foreach (var document in AuditReader.DocumentsAsync(store, Cancelled))
        {
            var batch = AuditBatch.Parse(AuditDocument.Schema.FromBody(document.Body).Text)!;
            Assert.True(batch.ExpiresAt.ToTime() >= batch.At.ToTime().AddMonths(6).AddDays(-1));
        }
    }

    // Waits until it is on record: calls are written within a second.
    private async Task RecordAsync(AuditEvent kind, string what)
    {
        while (!(await EntriesAsync()).Any(entry => entry.Event == kind && entry.What.StartsWith(what, StringComparison.Ordinal)))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancelled);
    }

    private async Task<List<AuditEntry>> EntriesAsync()
    {
        var host = system.Platforms.Host("qinghe-clinic");
        var now = system.Clock.GetUtcNow();
        return await AuditReader.EntriesAsync(host.Services.GetRequiredService<IDocumentStore>(), host.File.PlatId, now.AddDays(-1), now.AddDays(1), Cancelled).ToListAsync(Cancelled);
    }

    // By a process of its own: closing a database's file here would end the locks of the platform that runs in this process (SQLite, "How To Corrupt", 2.2), and
    // the next reader from outside would take the platform for gone and its log away.
    private static async Task<byte[]> BytesAsync(string file)
    {
        using var reading = Process.Start(new ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true })!;
        using var copy = new MemoryStream();
        await reading.StandardOutput.BaseStream.CopyToAsync(copy, Cancelled);
        await reading.WaitForExitAsync(Cancelled);
        return copy.ToArray();
    }

    private static async Task<string> ReadAsync(string file) => Encoding.UTF8.GetString(await BytesAsync(file));

    private async Task<PartyFolder> CopyAsync(PartyFolder folder)
    {
        var copy = new PartyFolder(Path.Combine(system.Sample.Root, "copy"));
        // The platform goes on meanwhile: its journal first, so that it tells of no batch which the store's copy has not.
        foreach (var file in Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).OrderByDescending(file => file == folder.Journal))
        {
            var target = Path.Combine(copy.Root, Path.GetRelativePath(folder.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, await BytesAsync(file), Cancelled);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(target, File.GetUnixFileMode(file));
        }

        return copy;
    }

    // One letter of one record. The file refuses it (triggers), so they go first: whoever can write a file can do that too.
    private static void Change(string store)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = store, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'c_audit'";
#pragma warning disable CA2100 // the file's own names
        command.CommandText = (string)command.ExecuteScalar()!;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        command.CommandText = "UPDATE c_audit SET body = CAST(replace(CAST(body AS TEXT), 'session/login', 'session/logon') AS BLOB)";
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
