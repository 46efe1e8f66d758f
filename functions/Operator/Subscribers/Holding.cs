namespace Ascs.Operator.Subscribers;

/// <summary>One period of one key of an index: an identifier's subscriber and number, or a number's holder.</summary>
/// <param name="Subscriber">Whose it was.</param>
/// <param name="Number">The number then; of a number's own row that number.</param>
/// <param name="From">First second, Unix time.</param>
/// <param name="To">First second that is out again; <see cref="Open"/> is no end.</param>
internal readonly record struct Holding(SubscriberRef Subscriber, PhoneNumber Number, uint From, uint To)
{
    /// <summary>No end known.</summary>
    public const uint Open = uint.MaxValue;

    /// <summary>True within the period: half-open.</summary>
    public bool Covers(DateTimeOffset time)
    {
        var seconds = time.ToUnixTimeSeconds();
        return seconds >= From && seconds < To;
    }
}
