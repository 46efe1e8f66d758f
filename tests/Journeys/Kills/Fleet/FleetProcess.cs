using System.Diagnostics;
using System.Globalization;

namespace Ascs.Fleet;

/// <summary>One operating-system process that says READY on its first line. What it writes to standard error is kept in a file.</summary>
/// <param name="name">What it is called here.</param>
/// <param name="arguments">Arguments of `dotnet`.</param>
/// <param name="journal">File of its standard error, appended to by every start.</param>
internal sealed class FleetProcess(string name, IReadOnlyList<string> arguments, string journal) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private Process? process;

    public string Name => name;

    public bool Runs => process is { HasExited: false };

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        // `exec` keeps the process id, so a kill meets the platform itself and not a shell around it.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "journal=$1; shift; exec dotnet \"$@\" 2>>\"$journal\"", "sh", journal, .. arguments]) { RedirectStandardOutput = true };
        process?.Dispose();
        process = Process.Start(start) ?? throw new InvalidOperationException($"{name} can't be started.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (!line.StartsWith("READY ", StringComparison.Ordinal))
                continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return;
        }

        throw new InvalidOperationException($"{name} ends instead of starting: {string.Join('\n', File.ReadLines(journal).Take(3))}");
    }

    /// <summary>SIGKILL: nothing of the process runs after it.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true); // a host takes its handset with it; a party has no children
        await process.WaitForExitAsync();
    }

    /// <summary>Memory it holds now, in bytes; 0 when it does not run.</summary>
    public long ResidentBytes() => Runs ? ResidentBytes(process!.Id) : 0;

    /// <summary>Memory a process holds, as the kernel counts it.</summary>
    public static long ResidentBytes(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (Runs)
            await KillAsync();
        process?.Dispose();
    }
}
