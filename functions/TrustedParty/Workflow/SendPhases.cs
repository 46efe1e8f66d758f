using Ascs.Contracts;

namespace Ascs.TrustedParty.Workflow;

/// <summary>The phases as an enterprise sees them.</summary>
internal static class SendPhases
{
    /// <summary>The enterprise's view.</summary>
    public static DispatchPhase ForEnterprise(SendPhase phase) => phase switch
    {
        SendPhase.Scheduled => DispatchPhase.Scheduled,
        SendPhase.Verifying or SendPhase.Sending => DispatchPhase.Sending,
        SendPhase.Awaiting or SendPhase.Attesting => DispatchPhase.AwaitingOutcomes,
        _ => DispatchPhase.Attested,
    };
}
