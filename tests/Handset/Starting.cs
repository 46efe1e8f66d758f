using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace Ascs.Hosts.Handset.Tests;

public sealed class Starting
{
    [Fact]
    public async Task a_second_handset_on_the_same_folder_says_so_and_ends()
    {
        using var folder = new ScratchFolder();
        await using var first = await ChildProcess.Start(folder.Path);
        await Fails("another handset runs on it", "--data", folder.Path, "--port", "0");
    }

    [Fact]
    public async Task a_port_in_use_is_one_clear_sentence()
    {
        using var folder = new ScratchFolder();
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        await Fails("The port is in use", "--data", folder.Path, "--port", $"{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}");
    }

    [Fact]
    public async Task a_damaged_store_is_refused()
    {
        using var folder = new ScratchFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "handset.db"), new string('x', 8192), TestContext.Current.CancellationToken);
        await Fails("cannot be opened", "--data", folder.Path, "--port", "0");
    }

    [Fact]
    public async Task a_store_of_a_newer_handset_is_refused()
    {
        using var folder = new ScratchFolder();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "handset.db")};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }
        await Fails("start the newer handset", "--data", folder.Path, "--port", "0");
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task a_secret_that_others_can_read_is_refused()
    {
        using var folder = new ScratchFolder();
        await using (await ChildProcess.Start(folder.Path)) { }
        File.SetUnixFileMode(Path.Combine(folder.Path, "secrets", "opA.secret"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        await Fails("set its mode to 0600", "--data", folder.Path, "--port", "0");
    }

    [Theory]
    [InlineData("--data is missing", "--port", "0")]
    [InlineData("--nonsense is no option", "--nonsense", "1")]
    [InlineData("--port must be a whole number", "--data", "x", "--port", "70000")]
    [InlineData("cannot name a gateway", "--data", "SCRATCH", "--port", "0", "--gateways", "op/A")]
    [InlineData("--data needs a value", "--data")]
    public async Task a_wrong_option_is_named(string sentence, params string[] args)
    {
        using var folder = new ScratchFolder();
        await Fails(sentence.Replace("is missing", "DIR is required", StringComparison.Ordinal), [.. args.Select(a => a.Replace("SCRATCH", folder.Path, StringComparison.Ordinal))]);
    }

    [Fact]
    public async Task it_starts_inside_another_process_and_leaves_its_folder_when_disposed()
    {
        using var folder = new ScratchFolder();
        for (var round = 0; round < 2; round++)
        {
            await using var app = HandsetApp.Build(new HandsetOptions { DataFolder = folder.Path });
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var api = new Api(new Uri(app.Urls.First()), Path.Combine(folder.Path, "secrets"));
            await api.Submit("opA", Api.Message($"m{round}"));
            Assert.Equal(round + 1, (int)(await api.Audit("opA"))["handOvers"]!);
        }
    }

    [Fact]
    public async Task it_stops_cleanly_when_asked_to_even_while_a_gateway_waits_for_news()
    {
        using var folder = new ScratchFolder();
        await using var handset = await ChildProcess.Start(folder.Path);
        var waiting = handset.Api.Pull("opA", 0, wait: 25_000);
        await handset.Api.Submit("opB", Api.Message("m1"));
        await handset.Stop();
        Assert.Equal(0, handset.ExitCode);
        await Task.WhenAny(waiting); // answered with nothing, or refused if it came after the stop: both are clean
    }

    [Fact]
    public async Task it_stops_when_whoever_started_it_lets_go_of_its_input()
    {
        using var folder = new ScratchFolder();
        await using var handset = await ChildProcess.Start(folder.Path, "--until-input-ends", "true");
        await handset.Api.Submit("opA", Api.Message("m1"));
        handset.CloseInput();
        await handset.Exited();
        Assert.Equal(0, handset.ExitCode);
    }

    [Fact]
    public async Task it_answers_that_it_is_well_and_says_where_it_listens()
    {
        using var folder = new ScratchFolder();
        await using var handset = await ChildProcess.Start(folder.Path);
        Assert.Equal("""{"status":"ok"}""", await handset.Api.Http.GetStringAsync("/health", TestContext.Current.CancellationToken));
        Assert.Equal(handset.Api.Http.BaseAddress, new Uri((await File.ReadAllTextAsync(Path.Combine(folder.Path, "address"), TestContext.Current.CancellationToken)).Trim()));
    }

    private static async Task Fails(string sentence, params string[] args)
    {
        var (exitCode, error) = await ChildProcess.Run(args);
        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }
}
