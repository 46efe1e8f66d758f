using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Microsoft.Data.Sqlite;

namespace Ascs.Journeys.Tests.Hosts;

/// <summary>The trail of a platform as an auditor sees it: beside the running platform, behind the stopped one, and after somebody was at the file.</summary>
public sealed class AuditCommandTests(FreshFolder fresh) : IClassFixture<FreshFolder>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_are_read_beside_a_running_platform_and_the_reading_is_one_of_them()
    {
        var folder = fresh.Copy("operator-a");
        await using (await PartyHost.StartAsync(folder, new HostSettings(TimeProvider.System, Console: false), Cancelled))
        {
            var list = await AuditAsync(folder, "list");
            Assert.Contains("PlatformStarted platform", list, StringComparison.Ordinal);
            Assert.Contains("KeyCreated platform author-v1 OK", list, StringComparison.Ordinal);
            Assert.Contains($"AuditRead operator:{Environment.UserName} list OK", await AuditAsync(folder, "list", "--event", "AuditRead"), StringComparison.Ordinal);
            Assert.Contains("nothing was changed", await AuditAsync(folder, "verify"), StringComparison.Ordinal);
        }

        var report = await AuditAsync(folder, "report");
        Assert.Contains("1 starts, 1 stops", report, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", await AuditAsync(folder, "verify"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TRIGGER c_audit_u; UPDATE c_audit SET body = replace(body, 'author-v1', 'author-v2') WHERE id = 'b000000000001'")]
    [InlineData("DELETE FROM c_audit WHERE id = 'b000000000001'")]
    [InlineData("DELETE FROM c_audit WHERE id = (SELECT max(id) FROM c_audit); DELETE FROM c_heads WHERE p = 'audit'")]
    public async Task What_somebody_does_to_the_file_is_found(string tampering)
    {
        var folder = fresh.Copy("operator-b");
        await (await PartyHost.StartAsync(folder, new HostSettings(TimeProvider.System, Console: false), Cancelled)).DisposeAsync();
        await using (var file = new SqliteConnection($"Data Source={folder.Store};Pooling=False"))
        {
            await file.OpenAsync(Cancelled);
            await using var command = file.CreateCommand();
#pragma warning disable CA2100 // the attacks above
            command.CommandText = tampering;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        var result = await HostRun.ToEndAsync(Cancelled, "audit", "verify", folder.Root);
        Assert.Equal(1, result.Code);
        Assert.Contains("does not hold", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_than_half_a_year_is_refused()
    {
        var folder = fresh.Copy("operator-a");
        await File.WriteAllTextAsync(folder.Party, (await File.ReadAllTextAsync(folder.Party, Cancelled)).Replace("\"v\": 1,", "\"v\": 1, \"auditDays\": 182,", StringComparison.Ordinal), Cancelled);
        Assert.Contains("183", (await Assert.ThrowsAsync<Refusal>(() => PartyReader.ReadAsync(folder, Cancelled))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_events_in_the_documents_is_the_programs()
    {
        var printed = (await HostRun.ToEndAsync(Cancelled, "audit", "events")).Output;
        Assert.EndsWith(printed, await File.ReadAllTextAsync(Path.Combine(Repository(), "docs", "audit-events.md"), Cancelled), StringComparison.Ordinal);
    }

    private static async Task<string> AuditAsync(PartyFolder folder, string verb, params string[] more)
    {
        var result = await HostRun.ToEndAsync(Cancelled, ["audit", verb, folder.Root, .. more]);
        Assert.Equal((0, string.Empty), (result.Code, result.Errors));
        return result.Output;
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "docs"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
