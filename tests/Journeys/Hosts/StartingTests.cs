using System.Net;
using System.Net.Sockets;
using Ascs.Hosts.Local.Setup;
using Microsoft.Data.Sqlite;

namespace Ascs.Journeys.Tests.Hosts;

/// <summary>A platform that can't start says why in one sentence and ends with a code.</summary>
public sealed class StartingTests(FreshFolder fresh) : IClassFixture<FreshFolder>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        var folder = fresh.Copy("operator-a");
        var port = (await PartyReader.ReadAsync(folder, Cancelled)).PublicAddress!.Port;
        using var squatter = new TcpListener(IPAddress.Loopback, port);
        squatter.Start();
        await RefusedAsync(folder, "operator", $":{port}/");
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_data_folder_is_named()
    {
        var folder = fresh.Copy("operator-a");
        Directory.Delete(folder.Data, recursive: true);
        await File.WriteAllTextAsync(folder.Data, "no folder", Cancelled);
        await RefusedAsync(folder, "operator", folder.Data);
    }

    [Fact]
    public async Task A_damaged_store_is_named()
    {
        var folder = fresh.Copy("qinghe-clinic");
        await File.WriteAllBytesAsync(folder.Store, [.. Enumerable.Repeat((byte)0x5A, 8192)], Cancelled);
        await RefusedAsync(folder, "enterprise", "damaged");
    }

    [Fact]
    public async Task A_damaged_key_store_is_named()
    {
        var folder = fresh.Copy("qinghe-clinic");
        await File.WriteAllBytesAsync(folder.KeyStore, [.. Enumerable.Repeat((byte)0x5A, 8192)], Cancelled);
        await RefusedAsync(folder, "enterprise", "damaged");
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_named()
    {
        var folder = fresh.Copy("trusted-party");
        await using (var connection = new SqliteConnection($"Data Source={folder.KeyStore};Pooling=False"))
        {
            await connection.OpenAsync(Cancelled);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        await RefusedAsync(folder, "trusted-party", "999");
    }

    [Fact]
    public Task A_party_other_than_asked_for_is_named() => RefusedAsync(fresh.Copy("operator-a"), "enterprise", "another party");

    [Fact]
    public async Task A_configuration_that_is_not_there_is_named()
    {
        var result = await HostRun.ToEndAsync(Cancelled, "serve", "--party", "operator", "--config", Path.Combine(fresh.Sample.Root, "nowhere", "party.json"));
        Assert.NotEqual(0, result.Code);
        Assert.Contains("nowhere", Assert.Single(result.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_line_of_a_subscriber_file_is_named_and_nothing_is_imported()
    {
        var folder = fresh.Copy("operator-b");
        var lines = await File.ReadAllLinesAsync(folder.Subscribers, Cancelled);
        lines[2] = lines[2].Replace("18600000001", "not-a-number", StringComparison.Ordinal);
        lines[5] = "IMEI,867531020002025,B-0002,18600000002,2024-01-01T00:00:00+08:00,"; // wrong check digit
        lines[9] = "IMEI,too,few";
        await File.WriteAllLinesAsync(folder.Subscribers, lines, Cancelled);
        using var process = HostRun.Start("serve", "--party", "operator", "--config", folder.Party);
        try
        {
            var journal = await UntilAsync(process.StandardOutput, "nothing was imported");
            Assert.Contains("line 3:", journal, StringComparison.Ordinal);
            Assert.Contains("line 6:", journal, StringComparison.Ordinal);
            Assert.Contains("line 10:", journal, StringComparison.Ordinal);
            Assert.DoesNotContain("subscriber lines imported", journal, StringComparison.Ordinal);
            Assert.DoesNotContain("18600000", journal, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<string> UntilAsync(StreamReader reader, string wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        var seen = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            seen.AppendLine(line);
            if (line.Contains(wanted, StringComparison.Ordinal))
                return seen.ToString();
        }

        Assert.Fail($"It ended without saying so: {seen}");
        return string.Empty;
    }

    private static async Task RefusedAsync(PartyFolder folder, string party, string mentioned)
    {
        var result = await HostRun.ToEndAsync(Cancelled, "serve", "--party", party, "--config", folder.Party);
        Assert.NotEqual(0, result.Code);
        Assert.Contains(mentioned, Assert.Single(result.Sentences), StringComparison.Ordinal);
        Assert.DoesNotContain("READY", result.Output, StringComparison.Ordinal);
    }
}
