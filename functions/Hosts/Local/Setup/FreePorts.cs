using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Ascs.Hosts.Local.Setup;

/// <summary>
/// Ports nobody uses now. They lie below those that operating systems hand out to outgoing connections, so that none of them is given away between here and its use.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>All are held open together, so they differ; by chance, so that another process choosing now hardly meets them.</summary>
    public static IReadOnlyList<int> Take(int count)
    {
        var held = new List<TcpListener>(count);
        try
        {
            while (held.Count < count)
                if (TryListen(RandomNumberGenerator.GetInt32(First, End)) is { } listener) held.Add(listener);
            return [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in held)
                listener.Stop();
        }
    }

    private static TcpListener? TryListen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            return null; // somebody has it
        }
    }
}
