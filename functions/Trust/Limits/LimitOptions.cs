namespace Ascs.Trust.Limits;

/// <summary>
/// The limits of a platform, all published (CHEAA-4.1.5.1 b). Buckets are an instance's own: they protect its processor, and two instances have two processors.
/// </summary>
public sealed record LimitOptions
{
    /// <summary>Requests of one network address on the platform listener, before anything of them is read.</summary>
    public RateLimit Address { get; init; } = new(5_000, 10_000);

    /// <summary>Requests of one network address on the public listener. Many people share an address.</summary>
    public RateLimit Pages { get; init; } = new(200, 2_000);

    /// <summary>Calls of a platform whose certificate is proved.</summary>
    public RateLimit Platform { get; init; } = new(2_000, 4_000);

    /// <summary>AIDs that an enterprise names; a call that names none counts as one.</summary>
    public RateLimit Enterprise { get; init; } = new(10_000, 50_000);

    /// <summary>Calls of one platform that name one AID.</summary>
    public RateLimit Aid { get; init; } = new(10, 100);

    /// <summary>AIDs that an enterprise may send to in a calendar day (+08:00), over all instances; at the trusted party.</summary>
    public long AidsPerDay { get; init; } = 100_000_000;

    /// <summary>Whether all of them can be kept to.</summary>
    public bool IsValid => new[] { Address, Pages, Platform, Enterprise, Aid }.All(limit => limit.IsValid) && AidsPerDay >= 1;
}
