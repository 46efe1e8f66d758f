using System.Net;
using System.Net.Sockets;
using Ascs.Contracts;

namespace Ascs.Trust.Limits;

/// <summary>This instance's buckets, all on one clock that only runs forward: setting the wall clock bans nobody and frees nobody.</summary>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
internal sealed class Limiter(LimitOptions options, TimeProvider time)
{
    private const int Most = 100_000; // some 10 MB each, under an attack from so many addresses

    private readonly long start = time.GetTimestamp();
    private readonly Buckets<IPAddress> addresses = new(options.Address, Most), visitors = new(options.Pages, Most);
    private readonly Buckets<PlatId> platforms = new(options.Platform, Most);

    public LimitOptions Options => options;

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>A request on the platform listener.</summary>
    public Taken TakeAddress(IPAddress? address) => Take(addresses, "address", Network(address));

    /// <summary>A request on the public listener.</summary>
    public Taken TakePage(IPAddress? address) => Take(visitors, "pages", Network(address));

    /// <summary>A call of a proved platform.</summary>
    public Taken TakePlatform(PlatId platform) => Take(platforms, "platform", platform);

    private Taken Take<TKey>(Buckets<TKey> buckets, string name, TKey key)
        where TKey : notnull
    {
        var decision = buckets.Take(key, 1, Now);
        return new Taken(decision.ToLevel(name, buckets.Limit, "requests"), decision.Wait);
    }

    // Whoever has one IPv6 address has a /64 of them (RFC 4291 2.5.4).
    private static IPAddress Network(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
