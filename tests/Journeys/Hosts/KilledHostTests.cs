using System.Net.Sockets;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Journeys.Tests.Hosts;

/// <summary>A host that is killed cleans nothing up; what it started must not stay behind.</summary>
public sealed class KilledHostTests(FreshFolder fresh) : IClassFixture<FreshFolder>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_handset_of_a_killed_host_ends_too()
    {
        var port = (await PartyReader.ReadAsync(fresh.Sample.Party("operator-a"), Cancelled)).Handset!.Port;
        using var host = HostRun.Start("--folder", fresh.Sample.Root);
        try
        {
            while (await host.StandardOutput.ReadLineAsync(Cancelled) is { } line && !line.Contains($":{port}", StringComparison.Ordinal));
            Assert.True(await IsOpenAsync(port), await ErrorsOf(host));
            host.Kill(); // it alone
            await host.WaitForExitAsync(Cancelled);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            while (await IsOpenAsync(port))
                await Task.Delay(50, patience.Token);
        }
        finally
        {
            if (!host.HasExited)
                host.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> ErrorsOf(System.Diagnostics.Process host) => host.HasExited ? await host.StandardError.ReadToEndAsync(Cancelled) : "";

    private static async Task<bool> IsOpenAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, Cancelled);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
