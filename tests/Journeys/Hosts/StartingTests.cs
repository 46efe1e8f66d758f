using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ascs.Contracts;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;
using Ascs.Storage;
using Ascs.Trust.Certificates;
using Ascs.TrustedParty.EvidenceLog;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task A_lost_key_store_is_named_and_no_new_keys_are_made()
    {
        var folder = fresh.Copy("operator-a");
        File.Delete(folder.KeyStore);
        await RefusedAsync(folder, "operator", "keys.db holds no keys of this platform");
        await RefusedAsync(folder, "operator", "keys.db holds no keys of this platform");
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_named()
    {
        var folder = fresh.Copy("trusted-party");
        await ExecuteAsync(folder.KeyStore, "PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)");
        await RefusedAsync(folder, "trusted-party", "999");
    }

    [Fact]
    public async Task A_party_other_than_asked_for_is_named_before_anything_is_opened()
    {
        var folder = fresh.Copy("operator-a");
        await RefusedAsync(folder, "enterprise", "another party");
        Assert.False(File.Exists(folder.Store));
    }

    [Fact]
    public async Task A_damaged_evidence_log_is_named()
    {
        var folder = fresh.Copy("trusted-party");
        await using (var once = await PartyHost.StartAsync(folder, new HostSettings(TimeProvider.System, Console: false), Cancelled))
            await once.Services.GetRequiredService<IEvidenceLog>().AppendAsync("a", [[1]], Cancelled);
        await ExecuteAsync(folder.Store, "DELETE FROM c_heads WHERE p LIKE 'log-1%'");
        await RefusedAsync(folder, "trusted-party", "The evidence log is damaged");
    }

    [Fact]
    public async Task An_evidence_log_that_is_damaged_while_it_runs_stops_the_platform_with_its_sentence()
    {
        var folder = fresh.Copy("trusted-party");
        await using var host = await PartyHost.StartAsync(folder, new HostSettings(TimeProvider.System, Console: false), Cancelled);
        var log = host.Services.GetRequiredService<IEvidenceLog>();
        await log.AppendAsync("a", [[1]], Cancelled);
        await ExecuteAsync(folder.Store, "DELETE FROM c_heads WHERE p LIKE 'log-1%'");
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => log.AppendAsync("b", [[2]], Cancelled));
        Assert.True(fault is LogDamagedException or StoreUnavailableException, $"{fault}"); // the platform's own appends may meet the damage first: then the log is closed
        var refusal = await Assert.ThrowsAsync<Refusal>(() => host.WaitAsync(Cancelled));
        Assert.Contains("The evidence log is damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trusted-party", "services.json")]
    [InlineData("trusted-party", "templates.json")]
    [InlineData("operator", "services.json")]
    [InlineData("operator", "templates.json")]
    [InlineData("enterprise", "services.json")]
    [InlineData("enterprise", "devices.json")]
    public async Task A_file_that_is_no_such_list_is_named(string party, string file)
    {
        var folder = fresh.Copy(party switch { "operator" => "operator-a", "enterprise" => "qinghe-clinic", _ => party });
        await File.WriteAllTextAsync(Path.Combine(folder.Root, file), "[{}]", Cancelled);
        await RefusedAsync(folder, party, file);
    }

    [Fact]
    public async Task A_gateway_secret_that_is_too_short_is_named()
    {
        var folder = fresh.Copy("operator-a");
        await File.WriteAllTextAsync(folder.GatewaySecret, "short", Cancelled);
        await RefusedAsync(folder, "operator", folder.GatewaySecret);
    }

    [Fact]
    public async Task A_subscriber_file_that_is_not_there_is_named()
    {
        var folder = fresh.Copy("operator-a");
        File.Delete(folder.Subscribers);
        await RefusedAsync(folder, "operator", folder.Subscribers);
    }

    [Fact]
    public async Task An_address_elsewhere_without_an_address_to_listen_on_is_refused()
    {
        var folder = fresh.Copy("operator-a");
        await ChangeAsync(folder, file => file["platformAddress"] = "https://operator.example:7111/");
        await RefusedAsync(folder, "operator", "\"listen\"");
    }

    [Theory]
    [InlineData("everywhere")]
    [InlineData("1")] // the framework reads 0.0.0.1
    public async Task An_address_to_listen_on_that_is_none_is_named(string listen)
    {
        var folder = fresh.Copy("operator-a");
        await ChangeAsync(folder, file => file["listen"] = listen);
        await RefusedAsync(folder, "operator", "$.listen");
    }

    [Fact]
    public async Task An_address_of_another_machine_is_named()
    {
        var folder = fresh.Copy("operator-a");
        await ChangeAsync(folder, file => file["listen"] = "192.0.2.1"); // RFC 5737: nobody's
        await RefusedAsync(folder, "operator", "192.0.2.1");
    }

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
            var journal = await UntilAsync(process.StandardError, "nothing was imported");
            Assert.Contains("line 3:", journal, StringComparison.Ordinal);
            Assert.Contains("line 6:", journal, StringComparison.Ordinal);
            Assert.Contains("line 10:", journal, StringComparison.Ordinal);
            Assert.DoesNotContain("subscriber lines imported", journal, StringComparison.Ordinal);
            Assert.DoesNotContain("18600000", journal, StringComparison.Ordinal);
            Assert.StartsWith("READY https://localhost:", await process.StandardOutput.ReadLineAsync(Cancelled), StringComparison.Ordinal); // the journal is elsewhere
            Assert.Equal("down", (await HealthAsync(folder)).GetProperty("parts").GetProperty("subscribers").GetString());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(string store, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements stand above
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private static async Task ChangeAsync(PartyFolder folder, Action<JsonNode> change)
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(folder.Party, Cancelled))!;
        change(file);
        await File.WriteAllTextAsync(folder.Party, file.ToJsonString(), Cancelled);
    }

    private static async Task<JsonElement> HealthAsync(PartyFolder folder)
    {
        using var authority = PemFiles.LoadCertificate(folder.Authority);
        using var trust = new CertificateTrust([authority], TimeProvider.System);
        using var client = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = trust.ServerCallback() } });
        using var answer = await client.GetAsync(new Uri((await PartyReader.ReadAsync(folder, Cancelled)).PublicAddress!, CommonPages.Health.Route), Cancelled);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled))!;
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
