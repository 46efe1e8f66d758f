using System.Diagnostics;
using Ascs.Hosts.Handset;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>The handset as a process of its own, so that a crash between an operator and its gateway is a real one.</summary>
internal sealed class HandsetProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Process process;

    private HandsetProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where its pages and its gateway API are.</summary>
    public Uri Address { get; }

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="Refusal">It does not start: its own sentence.</exception>
    public static async Task<HandsetProcess> StartAsync(SampleFolder sample, int port, IReadOnlyList<string> more, CancellationToken ct)
    {
        string[] gateways = ["--gateways", string.Join(',', SamplePlan.Parties.Where(p => p.Kind == PartyKind.Operator).Select(p => p.Id))];
        string[] where = ["--data", sample.Handset, "--secrets", sample.HandsetSecrets, "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(HandsetApp).Assembly.Location, "--until-input-ends", "true", .. where, .. gateways, .. more])
        {
            RedirectStandardInput = true, // nothing is written; it ends with this process, however that ends, and so does the handset
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new Refusal("The handset can't be started.");
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var ready = await process.StandardOutput.ReadLineAsync(patience.Token);
        if (ready?.StartsWith("READY ", StringComparison.Ordinal) == true)
            return new HandsetProcess(process, new Uri(ready["READY ".Length..]));
        await Task.WhenAny(errors, Task.Delay(Patience, TimeProvider.System, CancellationToken.None));
        throw new Refusal($"The handset does not start: {(errors.IsCompleted ? (await errors).Trim() : "it says nothing")}");
    }

    /// <summary>Kills it at once, as a crash would.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true); // every answer it gave is durable: a kill loses nothing
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
