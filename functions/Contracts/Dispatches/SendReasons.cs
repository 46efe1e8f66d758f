namespace Ascs.Contracts;

/// <summary>What an enterprise sees of each reason: its own faults in full, of the person only UNREACHABLE or NOT_NOW.</summary>
public static class SendReasons
{
    /// <summary>The enterprise's view.</summary>
    public static SendReason ForEnterprise(SendReason reason) => reason switch
    {
        SendReason.SubscriberChanged or SendReason.PortedAway or SendReason.Blocked => SendReason.Unreachable,
        SendReason.GatewayRefused => SendReason.NotNow,
        _ => reason,
    };
}
