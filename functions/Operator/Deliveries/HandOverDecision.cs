using Ascs.Contracts;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Deliveries;

/// <summary>What to do with an order.</summary>
internal abstract record HandOverDecision
{
    private HandOverDecision() { }

    /// <summary>Record the intent, then hand it over.</summary>
    public sealed record HandOver(PhoneNumber To, string Text) : HandOverDecision;

    /// <summary>The intent is recorded already, by this chunk: hand it over if it was not yet.</summary>
    public sealed record Intended(PhoneNumber To, string Text) : HandOverDecision;

    /// <summary>Never under this order.</summary>
    public sealed record Refused(SendReason Reason) : HandOverDecision;

    /// <summary>Its time is over and it was not handed over.</summary>
    public sealed record TooLate : HandOverDecision;

    /// <summary>Another chunk hands it over.</summary>
    public sealed record Repeated : HandOverDecision;
}
