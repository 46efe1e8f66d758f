using System.Diagnostics;

namespace Ascs.Journeys.Tests.Clients;

/// <summary>The dotnet command as a process.</summary>
internal static class Dotnet
{
    /// <summary>What it prints; anything but exit code 0 fails the test with all that was printed.</summary>
    public static async Task<string> RunAsync(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment, CancellationToken ct)
    {
        var (code, output) = await TryAsync(arguments, environment, ct);
        Assert.True(code == 0, output);
        return output;
    }

    public static async Task<(int Code, string Output)> TryAsync(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // a server left behind would hold our pipes open
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output + await errors);
    }
}
