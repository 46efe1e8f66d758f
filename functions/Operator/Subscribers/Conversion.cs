using Ascs.Contracts;

namespace Ascs.Operator.Subscribers;

/// <summary>What an order's subscriber converts to.</summary>
internal abstract record Conversion
{
    private Conversion() { }

    /// <summary>The number that may be written to.</summary>
    /// <param name="Number">The number.</param>
    /// <param name="Until">Unix second up to which this holds by what the subscriber rows say.</param>
    public sealed record To(PhoneNumber Number, uint Until) : Conversion;

    /// <summary>Nothing may be sent.</summary>
    /// <param name="Reason">SUBSCRIBER_CHANGED, PORTED_AWAY or UNREACHABLE.</param>
    public sealed record Refused(SendReason Reason) : Conversion
    {
        /// <summary>The number has a new holder.</summary>
        public static Refused Changed { get; } = new(SendReason.SubscriberChanged);

        /// <summary>The number went to another operator.</summary>
        public static Refused Ported { get; } = new(SendReason.PortedAway);

        /// <summary>The number has no holder.</summary>
        public static Refused Gone { get; } = new(SendReason.Unreachable);
    }
}
