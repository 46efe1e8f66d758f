namespace Ascs.Operator.Gateway;

/// <summary>An SMS gateway. It is assumed to repeat nothing and to forget nothing: handing a message over twice sends it twice.</summary>
internal interface ISmsGateway
{
    /// <summary>Hands over 1 to 500 messages. Never throws for what the gateway or the network does.</summary>
    Task<HandOverOutcome> SubmitAsync(IReadOnlyList<GatewayMessage> messages, CancellationToken ct);

    /// <summary>Receipts and replies after a cursor, waiting up to <paramref name="wait"/> for the first; null when the gateway is away.</summary>
    Task<GatewayNews?> PullAsync(long cursor, TimeSpan wait, CancellationToken ct);
}
