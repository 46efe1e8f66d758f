using System.Net;
using System.Net.Sockets;
using Ascs.Contracts;
using Ascs.Trust.Directory;

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
    private readonly Buckets<EnterpriseId> enterprises = new(options.Enterprise, Most);
    private readonly Buckets<(PlatId Caller, Aid Aid)> aids = new(options.Aid, Most); // each caller's own: nobody spends, or learns of, another's calls

    public LimitOptions Options => options;

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>A request on the platform listener.</summary>
    public Taken TakeAddress(IPAddress? address) => Take(addresses, "address", Network(address));

    /// <summary>A request on the public listener.</summary>
    public Taken TakePage(IPAddress? address) => Take(visitors, "pages", Network(address));

    /// <summary>A call of a proved platform.</summary>
    public Taken TakePlatform(PlatId platform) => Take(platforms, "platform", platform);

    /// <summary>What a call names: all of it is taken, or nothing.</summary>
    public IReadOnlyList<Taken> TakeNamed(Peer caller, IReadOnlyList<Aid> named)
    {
        var cost = Math.Max(1, named.Count);
        var taken = new List<Taken>();
        if (caller.EnterpriseId is { } enterprise) taken.Add(Told("enterprise", enterprises.Limit, "aids", enterprises.Take(enterprise, cost, Now)));
        if (named.Count == 0 || taken.Any(each => each.Problem is not null)) return taken;
        taken.Add(Told("aid", aids.Limit, "requests", aids.Take([.. named.Select(aid => (caller.PlatId, aid))], 1, Now)));
        if (taken[^1].Problem is not null && caller.EnterpriseId is { } refused) enterprises.GiveBack(refused, cost);
        return taken;
    }

    private Taken Take<TKey>(Buckets<TKey> buckets, string name, TKey key)
        where TKey : notnull => Told(name, buckets.Limit, "requests", buckets.Take(key, 1, Now));

    private static Taken Told(string name, RateLimit limit, string unit, BucketDecision decision) => new(decision.ToLevel(name, limit, unit), decision.Wait);

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
