using Ascs.Contracts;

namespace Ascs.Operator.Links;

/// <summary>An order that was or is about to be handed over: whatever happens, it is not handed over by anyone else.</summary>
/// <param name="Order">The order.</param>
/// <param name="Chunk">The chunk it came in.</param>
/// <param name="At">When the intent was recorded.</param>
internal sealed record LinkIntent(OrderId Order, string Chunk, UnixTime At)
{
    /// <summary>Far longer than an order may wait (its notAfter is half a minute away) and than a gateway call may take.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Its chunk may still be at work.</summary>
    public bool IsYoung(UnixTime now) => now.Milliseconds - At.Milliseconds < (long)Window.TotalMilliseconds;
}
