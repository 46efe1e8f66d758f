using Ascs.Contracts;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Gateway;

/// <summary>An SMS gateway. It is assumed to repeat nothing and to forget nothing: handing a message over twice sends it twice.</summary>
internal interface ISmsGateway
{
    /// <summary>Hands over 1 to 500 messages. Never throws for what the gateway or the network does.</summary>
    Task<HandOverOutcome> SubmitAsync(IReadOnlyList<GatewayMessage> messages, CancellationToken ct);

    /// <summary>Receipts and replies after a cursor, waiting up to <paramref name="wait"/> for the first; null when the gateway is away.</summary>
    Task<GatewayNews?> PullAsync(long cursor, TimeSpan wait, CancellationToken ct);
}

/// <summary>A message to a person.</summary>
/// <param name="Order">The order; its text is the message's id at the gateway.</param>
/// <param name="To">Whom.</param>
/// <param name="From">The port.</param>
/// <param name="Text">What.</param>
internal readonly record struct GatewayMessage(OrderId Order, PhoneNumber To, SenderId From, string Text);

/// <summary>What became of a hand-over.</summary>
internal abstract record HandOverOutcome
{
    private HandOverOutcome() { }

    /// <summary>The gateway answered.</summary>
    /// <param name="Taken">One per message, in order: false when it refused that one.</param>
    public sealed record Answered(IReadOnlyList<bool> Taken) : HandOverOutcome;

    /// <summary>Provably nothing was handed over: no connection came about, or the gateway refused the call as a whole.</summary>
    public sealed record NothingTaken : HandOverOutcome;

    /// <summary>Nobody knows: the connection broke, or the answer never came.</summary>
    public sealed record Lost : HandOverOutcome;
}

/// <summary>What happened at the gateway.</summary>
/// <param name="Receipts">In order.</param>
/// <param name="Replies">In order.</param>
/// <param name="Next">The cursor after them.</param>
/// <param name="Missed">Events the gateway no longer had.</param>
internal sealed record GatewayNews(IReadOnlyList<GatewayReceipt> Receipts, IReadOnlyList<GatewayReply> Replies, long Next, long Missed);

/// <summary>What became of a message.</summary>
/// <param name="Order">The order.</param>
/// <param name="Delivered">False when it failed or expired.</param>
/// <param name="At">When, on the phone.</param>
internal readonly record struct GatewayReceipt(OrderId Order, bool Delivered, UnixTime At);

/// <summary>What a person wrote back.</summary>
/// <param name="From">Who.</param>
/// <param name="To">To which port.</param>
/// <param name="Text">What.</param>
/// <param name="At">When.</param>
internal readonly record struct GatewayReply(PhoneNumber From, SenderId To, string Text, UnixTime At);
