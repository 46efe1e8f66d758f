using System.Net;
using System.Net.Sockets;

namespace Ascs.Hosts.Local.Setup;

/// <summary>Ports nobody uses now.</summary>
internal static class FreePorts
{
    /// <summary>All are held open together, so they differ.</summary>
    public static IReadOnlyList<int> Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        try
        {
            foreach (var listener in listeners)
                listener.Start();
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            foreach (var listener in listeners)
                listener.Stop();
        }
    }
}
