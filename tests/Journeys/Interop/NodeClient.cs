using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Ascs.Journeys.Tests.Hosts;

namespace Ascs.Journeys.Tests.Interop;

/// <summary>The sample client in Node, in a process of its own.</summary>
internal static class NodeClient
{
    /// <summary>Where it lies.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "functions", "Client", "samples", "node"));

    /// <summary>What the enterprise of the sample registers, and what it sends.</summary>
    public static string Books { get; } = Path.Combine(Folder, "books.json");

    /// <summary>Runs `node SCRIPT …` to its end.</summary>
    public static async Task<HostResult> RunAsync(string script, CancellationToken ct, params string[] arguments)
    {
        using var process = Start([Path.Combine(Folder, script), .. arguments]);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            return new HostResult(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Runs it and expects success.</summary>
    public static async Task<string> DoAsync(string script, CancellationToken ct, params string[] arguments)
    {
        var result = await RunAsync(script, ct, arguments);
        Assert.True(result.Code == 0, $"node {script} {string.Join(' ', arguments)} ended with {result.Code}: {result.Errors}{result.Output}");
        return result.Output;
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("Node 20 or newer is not installed: `node` was not found. The interoperability sample is run with it (see README.md).");
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
