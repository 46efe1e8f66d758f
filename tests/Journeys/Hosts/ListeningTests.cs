using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Ascs.Hosts.Local.Platforms;
using Ascs.Hosts.Local.Setup;

namespace Ascs.Journeys.Tests.Hosts;

/// <summary>Where a platform's ports are open: loopback alone, unless its party.json says more.</summary>
public sealed class ListeningTests(FreshFolder fresh) : IClassFixture<FreshFolder>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, false)]
    [InlineData("0.0.0.0", true)]
    public async Task A_platform_is_reached_on_other_addresses_of_its_machine_when_told_to_listen_there(string? listen, bool reached)
    {
        var folder = fresh.Copy("qinghe-clinic");
        var file = await PartyReader.ReadAsync(folder, Cancelled) with { Listen = listen is null ? null : IPAddress.Parse(listen) };
        await File.WriteAllBytesAsync(folder.Party, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(file, PartyFileJson.Default.PartyFile), Cancelled);
        await using var host = await PartyHost.StartAsync(folder, new HostSettings(TimeProvider.System, Console: false), Cancelled);
        Assert.True(await IsOpenAsync(IPAddress.Loopback, file.PlatformAddress!.Port));
        Assert.Equal(reached, await IsOpenAsync(Elsewhere(), file.PublicAddress!.Port));
        Assert.Equal(reached, await IsOpenAsync(Elsewhere(), file.PlatformAddress!.Port));
    }

    // All of 127.0.0.0/8 is this machine, but only 127.0.0.1 is what loopback listeners bind; a network card's address does as well where that is not so.
    private static IPAddress Elsewhere() => OperatingSystem.IsLinux() ? IPAddress.Parse("127.0.0.2") : NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(address => address.Address)
        .First(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));

    private static async Task<bool> IsOpenAsync(IPAddress address, int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address, port, Cancelled);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
