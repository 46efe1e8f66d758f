using System.Diagnostics;

namespace Ascs.Hosts.Handset.Tests;

/// <summary>The handset as its own process, started as a stranger would start it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process, string url, string folder) => (_process, Api) = (process, new Api(new Uri(url), Path.Combine(folder, "secrets")));

    public Api Api { get; }

    public static async Task<ChildProcess> Start(string folder, params string[] more)
    {
        var process = Launch(["--data", folder, "--port", "0", .. more]);
        var first = await process.StandardOutput.ReadLineAsync();
        Assert.True(first?.StartsWith("READY ", StringComparison.Ordinal), first ?? await process.StandardError.ReadToEndAsync());
        return new ChildProcess(process, first!["READY ".Length..], folder);
    }

    /// <summary>Runs it to its end: for starts that must fail.</summary>
    public static async Task<(int ExitCode, string Error)> Run(params string[] args)
    {
        using var process = Launch(args);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    /// <summary>SIGKILL: nothing in the process gets to finish.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a supervisor stops a service.</summary>
    public async Task Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await Exited();
    }

    public void CloseInput() => _process.StandardInput.Close();

    public int ExitCode => _process.ExitCode;

    public Task Exited() => _process.WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    private static Process Launch(string[] args)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "Ascs.Hosts.Handset.dll");
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", dll, .. args]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
