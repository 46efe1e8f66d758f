using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ascs.Trust.Tests.Hosting;

internal static class KestrelExtensions
{
    public static void ListenLocalhostAny(this KestrelServerOptions kestrel, Action<ListenOptions> configure) => kestrel.Listen(IPAddress.Loopback, 0, configure);
}
